namespace Learning.Fault.Tests;

/// <summary>One person's check-in to one session, as a phone keeps it until it hears "stored".</summary>
public sealed record CheckIn(string ScanId, string SessionId, string TraineeId, string Phone, string Token, int Seq, DateTimeOffset CapturedAt)
{
    /// <summary>The upload of it alone.</summary>
    public object Upload() => new
    {
        deviceId = Phone,
        deviceNow = TimeProvider.System.GetUtcNow(),
        items = new[]
        {
            new { scanId = ScanId, deviceSeq = Seq, sessionId = SessionId, kind = "in", traineeId = TraineeId, method = "roster", @operator = "admin", capturedAt = CapturedAt },
        },
    };
}
