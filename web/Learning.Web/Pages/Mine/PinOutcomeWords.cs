using Learning.Web.Words;

namespace Learning.Web.Pages.Mine;

/// <summary>What somebody is told whose page did not open.</summary>
public static class PinOutcomeWords
{
    /// <summary>What is wrong, and what to do.</summary>
    /// <param name="outcome">Any but <see cref="PinOutcome.Opened"/>.</param>
    /// <param name="words">In which language.</param>
    public static string In(this PinOutcome outcome, IWords words) => words[outcome switch
    {
        PinOutcome.Wrong => "mine.pin.wrong",
        PinOutcome.Locked => "mine.pin.locked",
        PinOutcome.None => "mine.pin.none",
        PinOutcome.TooMany => "mine.pin.tooMany",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Nothing is wrong."),
    }];
}
