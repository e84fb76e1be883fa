using System.Globalization;
using System.Text.Json;

namespace Learning.Web.Api.Problems;

/// <summary>What to say about JSON that can't be read: which field, which line.</summary>
internal static class UnreadableJson
{
    /// <summary>400 with the field, or with the line where the text is no JSON at all.</summary>
    public static Problem Problem(JsonException e)
    {
        var line = (e.LineNumber ?? 0) + 1;
        var shown = line.ToString(CultureInfo.InvariantCulture);
        // A wrong value has no other exception behind it; a text that is no JSON has the reader's own.
        if (e.InnerException is not JsonException && FieldOf(e.Path) is { Length: > 0 } field) return Problems.Problem.Invalid(field, "problem.value", shown);
        return new Problem(400, e.InnerException is null && e.Path == "$" ? "problem.body.shape" : "problem.body.json", shown, (e.BytePositionInLine ?? 0) + 1)
        {
            More = new Dictionary<string, object?> { ["line"] = line },
        };
    }

    /// <summary><c>$.grants[1].share</c> is the field <c>grants[1].share</c>.</summary>
    private static string FieldOf(string? path) => path is null ? "" : path.TrimStart('$').TrimStart('.');
}
