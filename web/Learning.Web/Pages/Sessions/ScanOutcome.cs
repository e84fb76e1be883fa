using Learning.Domain.Checkin;
using Learning.Domain.Sessions;
using Learning.Web.Kit;

namespace Learning.Web.Pages.Sessions;

/// <summary>What a scan at the desk came to, as the answer across the page says it: a colour, an icon and a word.</summary>
/// <param name="Code">Key of the word, <c>roster.answer.{code}</c>.</param>
/// <param name="Tone">Colour.</param>
/// <param name="At">For somebody who was here already: since when, UTC.</param>
public sealed record ScanOutcome(string Code, Tone Tone, DateTimeOffset? At = null)
{
    /// <summary>Icon of the colour.</summary>
    public string Icon => Tone switch { Tone.Good => "check", Tone.Warning => "warning", Tone.Bad => "error", _ => "info" };

    /// <summary>Answers in which nobody was checked in, by code; <see langword="null"/> for a code that isn't one.</summary>
    /// <param name="code">As an address has it.</param>
    public static ScanOutcome? Unread(string? code) => code switch
    {
        "foreign" or "unknownCode" => new ScanOutcome(code, Tone.Neutral),
        "keyboard" or "severalCodes" or "updateApp" => new ScanOutcome(code, Tone.Warning),
        "notOurs" or "unknownPerson" or "malformed" or "nobody" => new ScanOutcome(code, Tone.Bad),
        _ => null,
    };

    /// <summary>What a stored scan comes to now.</summary>
    /// <param name="log">The session's log.</param>
    /// <param name="scan">A scan of it.</param>
    public static ScanOutcome Of(SessionLog log, RecordedScan scan)
    {
        var effect = log.EffectOf(scan);
        if (effect == ScanEffect.Voided) return new ScanOutcome("voided", Tone.Neutral);
        if (effect == ScanEffect.Review) return Waiting(scan);

        var mark = log.MarkOf(scan.TraineeId!)!;
        // What was decided at the desk stands above any scan.
        if (mark.Correction is not null)
            return mark.Mark?.Attended() == true ? new ScanOutcome("already", Tone.Warning, mark.At) : new ScanOutcome("corrected", Tone.Bad);
        if (effect == ScanEffect.AlreadyCounted) return new ScanOutcome("already", Tone.Warning, mark.At);
        return scan.Flags.Contains(ReviewReason.Withdrawn) ? new ScanOutcome("withdrawn", Tone.Bad)
            : scan.Flags.Contains(ReviewReason.WalkIn) ? new ScanOutcome("walkIn", Tone.Warning)
            : scan.Flags.Contains(ReviewReason.OtherDay) ? new ScanOutcome("otherDay", Tone.Warning)
            : new ScanOutcome("in", Tone.Good);
    }

    private static ScanOutcome Waiting(RecordedScan scan) =>
        scan.Flags.Contains(ReviewReason.Revoked) ? new ScanOutcome("revoked", Tone.Bad)
        : scan.Flags.Contains(ReviewReason.OutOfDate) ? new ScanOutcome("outOfDate", Tone.Bad)
        : scan.Flags.Contains(ReviewReason.Late) ? new ScanOutcome("late", Tone.Warning)
        : new ScanOutcome("review", Tone.Warning);
}
