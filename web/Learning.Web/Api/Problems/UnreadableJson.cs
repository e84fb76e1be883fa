using System.Text.Json;

namespace Learning.Web.Api.Problems;

/// <summary>What to say about JSON that can't be read: which field, which line.</summary>
internal static class UnreadableJson
{
    /// <summary>400 with the field, or with the line where the text is no JSON at all.</summary>
    public static Problem Problem(JsonException e)
    {
        var line = (e.LineNumber ?? 0) + 1;
        // A wrong value has a path and no reader's fault behind it; a text that is no JSON has the reader's own exception inside.
        if (e.InnerException is JsonException || FieldOf(e.Path) is not { Length: > 0 } field)
            return new Problem(400, "problem.body.json", line.ToString(System.Globalization.CultureInfo.InvariantCulture), (e.BytePositionInLine ?? 0) + 1)
            {
                More = new Dictionary<string, object?> { ["line"] = line },
            };
        return Problems.Problem.Invalid(field, "problem.value", line.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary><c>$.grants[1].share</c> is the field <c>grants[1].share</c>.</summary>
    private static string FieldOf(string? path) => path is null ? "" : path.TrimStart('$').TrimStart('.');
}
