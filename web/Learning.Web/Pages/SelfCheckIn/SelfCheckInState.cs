namespace Learning.Web.Pages.SelfCheckIn;

/// <summary>What somebody who scanned a session's code is shown.</summary>
public enum SelfCheckInState
{
    /// <summary>Not one of our codes, or damaged.</summary>
    Wrong,

    /// <summary>A code that is not on the trainer's screen any more.</summary>
    Old,

    /// <summary>The session takes nobody any more.</summary>
    Closed,

    /// <summary>Too many wrong codes from this network.</summary>
    TooMany,

    /// <summary>The person can check in, once it is known who they are.</summary>
    Open,

    /// <summary>Checked in; the trainer has yet to confirm it.</summary>
    Waiting,

    /// <summary>Checked in, and it counts.</summary>
    Here,

    /// <summary>The trainer did not accept it.</summary>
    Rejected,
}
