namespace Learning.CheckIn.Rosters;

/// <summary>What came of a download; words under <c>download.</c></summary>
public enum DownloadResult
{
    /// <summary>It is on the phone.</summary>
    Done = 1,

    /// <summary>No answer.</summary>
    Offline = 2,

    /// <summary>The server asks for the trainer's password.</summary>
    SignIn = 3,

    /// <summary>The phone was revoked or its grant has ended: names have been taken off it.</summary>
    Revoked = 4,

    /// <summary>The session is not the trainer's any more.</summary>
    Gone = 5,
}
