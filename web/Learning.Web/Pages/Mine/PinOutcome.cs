namespace Learning.Web.Pages.Mine;

/// <summary>What came of asking for one's own page.</summary>
public enum PinOutcome
{
    /// <summary>It is open.</summary>
    Opened,

    /// <summary>Wrong PIN, or nobody has this code.</summary>
    Wrong,

    /// <summary>Too many wrong PINs for this person.</summary>
    Locked,

    /// <summary>The person has no PIN yet.</summary>
    None,

    /// <summary>Too many wrong tries from this address.</summary>
    TooMany,
}
