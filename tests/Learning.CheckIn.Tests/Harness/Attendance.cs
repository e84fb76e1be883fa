using System.Text.Json.Nodes;

namespace Learning.CheckIn.Tests.Harness;

/// <summary>What the server knows of a session.</summary>
/// <param name="Here">Who is marked present or late.</param>
/// <param name="Marks">Marks as answered, by person.</param>
/// <param name="Scans">The log as answered.</param>
public sealed record Attendance(IReadOnlySet<string> Here, IReadOnlyDictionary<string, JsonNode> Marks, IReadOnlyList<JsonNode> Scans)
{
    /// <summary>Scans that check somebody in, of one person.</summary>
    public IReadOnlyList<JsonNode> ScansOf(Person person) => [.. Scans.Where(s => s["traineeId"]?.GetValue<string>() == person.Id)];

    /// <summary>Codes on somebody's mark.</summary>
    public IReadOnlyList<string> FlagsOf(Person person) => [.. Marks[person.Id]["flags"]!.AsArray().Select(f => f!.GetValue<string>())];

    internal static Attendance Of(JsonNode answer)
    {
        var marks = answer["marks"]!.AsArray().ToDictionary(m => m!["traineeId"]!.GetValue<string>(), m => m!);
        return new Attendance(
            marks.Where(m => m.Value["mark"]?.GetValue<string>() is "present" or "late").Select(m => m.Key).ToHashSet(), marks,
            [.. answer["scans"]!.AsArray().Select(s => s!)]);
    }
}
