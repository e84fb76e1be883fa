namespace Learning.Domain.Sync;

/// <summary>
/// How fast a phone sends its queue (checkin-protocol.md, sync): all it may at once, halved batches where that is too much, and
/// longer pauses while it fails, of random length so that phones of one village do not knock together. Immutable.
/// </summary>
/// <param name="Batch">Scans in the next upload.</param>
/// <param name="Failures">Failed uploads in a row.</param>
public sealed record DrainPace(int Batch, int Failures)
{
    /// <summary>Most scans in an upload; the server takes no more.</summary>
    public const int MostItems = 200;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <summary>Before anything is known of the line, and again when it is a new one or nothing waits.</summary>
    public static readonly DrainPace Start = new(MostItems, 0);

    /// <summary>After an upload that was answered.</summary>
    public DrainPace Succeeded() => new(Math.Min(MostItems, Batch * 2), 0);

    /// <summary>After one that was too large, failed on the server, or was not answered in time: half of what it held, which may have been less than it might.</summary>
    /// <param name="sent">How many scans it held.</param>
    public DrainPace Failed(int sent = MostItems) => new(Math.Max(1, Math.Min(Batch, sent) / 2), Failures + 1);

    /// <summary>After one that did not reach the server: its size was not why, days without a signal say nothing of the line to come.</summary>
    public DrainPace NotOnline() => this with { Failures = Failures + 1 };

    /// <summary>How long to wait before the next attempt: zero after a success, else doubling, between half and the whole of it.</summary>
    /// <param name="random">From 0 to 1.</param>
    public TimeSpan Pause(double random)
    {
        if (Failures == 0) return TimeSpan.Zero;
        var whole = TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstPause.Ticks << Math.Min(Failures - 1, 10)));
        return whole * (0.5 + random / 2);
    }
}
