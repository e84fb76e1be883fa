using System.Text.Json;
using Learning.Domain.Checkin.Local;

namespace Learning.CheckIn.Scanning;

/// <summary>How findings are shown.</summary>
internal static class Results
{
    /// <summary>Something could not be written.</summary>
    /// <param name="isFull">For want of room.</param>
    public static ShownResult Failed(bool isFull) => new() { Word = "failed", Tone = "bad", IsFull = isFull };

    /// <summary>A finding.</summary>
    /// <param name="finding">What the phone made of the code.</param>
    /// <param name="scanId">The scan written for it.</param>
    public static ShownResult Of(LocalFinding finding, string? scanId) => new()
    {
        Word = WordOf(finding.Verdict),
        Tone = ToneOf(finding.Verdict),
        Name = finding.Person?.Name,
        Since = finding.Since,
        ScanId = scanId,
        Override = finding.MayOverride ? finding : null,
        OtherSessionId = finding.OtherSessionId,
    };

    /// <summary>The verdict as it is written on the wire, which is its name in camel case.</summary>
    /// <param name="verdict">The verdict.</param>
    public static string WordOf(LocalVerdict verdict) => JsonNamingPolicy.CamelCase.ConvertName(verdict.ToString());

    private static string ToneOf(LocalVerdict verdict) => verdict switch
    {
        LocalVerdict.CheckedIn => "good",
        LocalVerdict.Already or LocalVerdict.OtherSession => "warn",
        LocalVerdict.UnknownKey or LocalVerdict.Foreign or LocalVerdict.UpdateApp => "neutral",
        _ => "bad",
    };
}
