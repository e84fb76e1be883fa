namespace Learning.Domain.Sync;

/// <summary>Reads what came back from an upload (checkin-protocol.md, sync). Only a proper answer may say "online".</summary>
public static class UploadReply
{
    /// <summary>What it means.</summary>
    /// <param name="status">HTTP status; 0 if nothing came.</param>
    /// <param name="isLate">Whether nothing came within the time limit, although there was a line.</param>
    /// <param name="answer">The body, where it was JSON of the right shape.</param>
    /// <param name="sent">Ids of the scans sent.</param>
    public static UploadOutcome Read(int status, bool isLate, UploadAnswer? answer, IReadOnlyCollection<string> sent) => status switch
    {
        // A page of somebody else's that happens to be JSON answers for none of our scans.
        200 when answer is { Results.IsDefaultOrEmpty: false } && answer.Results.Any(r => r.ScanId is not null && sent.Contains(r.ScanId)) => UploadOutcome.Answered,
        401 => UploadOutcome.SignIn,
        408 or 413 or 429 or >= 500 => UploadOutcome.Smaller,
        _ when isLate => UploadOutcome.Smaller,
        _ => UploadOutcome.NotOnline,
    };
}
