namespace Learning.Domain.Sync;

/// <summary>What came of an upload, as the phone reads it. Whatever it is, no scan is dropped.</summary>
public enum UploadOutcome
{
    /// <summary>The server answered for these scans; each answer says what became of its scan.</summary>
    Answered = 1,

    /// <summary>The server does not know the phone any more: pause, keep, ask to sign in.</summary>
    SignIn = 2,

    /// <summary>Too much for the line or on the way, or the server is in trouble: a smaller batch, later.</summary>
    Smaller = 3,

    /// <summary>No answer, or one that is not from our server (a captive portal's page): the same later. We are not online.</summary>
    NotOnline = 4,
}
