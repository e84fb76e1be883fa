namespace Learning.CheckIn.Sync;

/// <summary>Whether the server can be reached. Only a proper answer of it may say so.</summary>
public enum LineState
{
    /// <summary>Nobody has asked yet.</summary>
    Unknown = 0,

    /// <summary>The last call was not answered.</summary>
    Offline = 3,

    /// <summary>The last call was.</summary>
    Online = 1,

    /// <summary>It was, and the server asks for the trainer's password.</summary>
    SignIn = 2,

    /// <summary>It was, and the phone has been revoked: it gets no names any more, and its scans still go out, into review.</summary>
    Revoked = 4,
}
