namespace Learning.Domain.Checkin;

/// <summary>Why a scan is flagged, held for review, or quarantined (checkin-protocol.md, server rules).</summary>
public static class ReviewReason
{
    /// <summary>Was not on the roster; enrolled by the act. Counts.</summary>
    public const string WalkIn = "walkIn";

    /// <summary>The badge had been revoked and the device didn't know. Waits for review.</summary>
    public const string Revoked = "revoked";

    /// <summary>The badge was out of its dates on the day. Waits for review.</summary>
    public const string OutOfDate = "outOfDate";

    /// <summary>Came after the cohort was closed or the session moved. Waits for review.</summary>
    public const string Late = "late";

    /// <summary>The device's grant had been revoked or had expired. Waits for review.</summary>
    public const string Device = "device";

    /// <summary>The person has withdrawn from the cohort. Counts.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>The device's clock was more than 120 s off. Counts.</summary>
    public const string Clock = "clock";

    /// <summary>Captured on another day than the session's. Counts.</summary>
    public const string OtherDay = "otherDay";

    /// <summary>A desk correction says otherwise, and stands. The scan is kept.</summary>
    public const string Corrected = "corrected";

    /// <summary>The person checked in on their own phone; the trainer has not confirmed it yet. Waits for review.</summary>
    public const string Provisional = "provisional";

    /// <summary>Somebody else checked in on that own phone before, at the same session. Waits for review.</summary>
    public const string SharedDevice = "sharedDevice";

    /// <summary>Quarantine: the id was used before for something else.</summary>
    public const string IdReuse = "idReuse";

    /// <summary>Quarantine: there is no such session.</summary>
    public const string UnknownSession = "unknownSession";

    /// <summary>Quarantine: not the operator's cohort.</summary>
    public const string NotYours = "notYours";

    /// <summary>Quarantine: no such badge or trainee.</summary>
    public const string UnknownPerson = "unknownPerson";

    /// <summary>Quarantine: the item's fields don't make a scan.</summary>
    public const string Malformed = "malformed";

    /// <summary>Every reason.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        WalkIn, Revoked, OutOfDate, Late, Device, Withdrawn, Clock, OtherDay, Corrected, Provisional, SharedDevice, IdReuse, UnknownSession, NotYours,
        UnknownPerson, Malformed,
    ];

    /// <summary>Whether a scan with this reason counts, or a void with it takes back, only after review.</summary>
    /// <param name="reason">A reason.</param>
    public static bool WaitsForReview(string reason) => reason is Revoked or OutOfDate or Late or Device or Provisional or SharedDevice;
}
