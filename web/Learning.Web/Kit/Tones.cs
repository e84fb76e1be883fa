namespace Learning.Web.Kit;

/// <summary>The tone of each state shown as a tag.</summary>
public static class Tones
{
    /// <summary>
    /// The tone, by the name of the state, so that states of every concept that mean the same look the same; neutral for
    /// names that are not listed.
    /// </summary>
    /// <param name="state">E.g. <c>CohortState.Open</c>, <c>Mark.Late</c>.</param>
    public static Tone Of(Enum state) => state.ToString() switch
    {
        "Enrolled" or "Completed" or "Present" or "Valid" or "Done" => Tone.Good,
        "Open" or "Running" or "Requested" or "Matched" or "Confirmed" => Tone.Info,
        "Waitlisted" or "Late" or "Excused" or "Expired" or "Superseded" => Tone.Warning,
        "Cancelled" or "Declined" or "Absent" or "NotCompleted" or "Revoked" or "Failed" => Tone.Bad,
        _ => Tone.Neutral,
    };

    /// <summary>The ending of its CSS class: <c>good</c>.</summary>
    /// <param name="tone">The tone.</param>
    public static string Css(this Tone tone) => tone switch
    {
        Tone.Good => "good",
        Tone.Info => "info",
        Tone.Warning => "warning",
        Tone.Bad => "bad",
        _ => "neutral",
    };
}
