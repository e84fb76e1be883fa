namespace Learning.CheckIn.Enrolment;

/// <summary>What came of signing this phone in; words under <c>signIn.</c></summary>
public enum EnrolmentResult
{
    /// <summary>Done.</summary>
    Done = 1,

    /// <summary>User name or password is wrong, or the account is switched off.</summary>
    Refused = 2,

    /// <summary>The account checks nobody in.</summary>
    NotTrainer = 3,

    /// <summary>No answer.</summary>
    Offline = 4,

    /// <summary>Scans of another trainer wait on this phone.</summary>
    OthersScans = 5,

    /// <summary>The phone was revoked, and its scans have to go first.</summary>
    RevokedWithScans = 6,

    /// <summary>Too many attempts; wait a little.</summary>
    TooOften = 7,
}
