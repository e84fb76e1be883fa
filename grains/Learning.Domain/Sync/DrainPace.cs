namespace Learning.Domain.Sync;

/// <summary>
/// How fast a phone sends its queue (checkin-protocol.md, sync): large batches while it goes well; halved batches and longer
/// pauses, of random length so that phones of one village do not knock together, while it doesn't. Immutable.
/// </summary>
/// <param name="Batch">Scans in the next upload.</param>
/// <param name="Failures">Failed uploads in a row.</param>
public sealed record DrainPace(int Batch, int Failures)
{
    /// <summary>Most scans in an upload; the server takes no more.</summary>
    public const int MostItems = 200;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <summary>Before anything is known of the line.</summary>
    public static readonly DrainPace Start = new(MostItems, 0);

    /// <summary>After an upload that was answered.</summary>
    public DrainPace Succeeded() => new(Math.Min(MostItems, Batch * 2), 0);

    /// <summary>After one that was too large, failed on the server, or was not answered.</summary>
    public DrainPace Failed() => new(Math.Max(1, Batch / 2), Failures + 1);

    /// <summary>How long to wait before the next attempt: zero after a success, else doubling, between half and the whole of it.</summary>
    /// <param name="random">From 0 to 1.</param>
    public TimeSpan Pause(double random)
    {
        if (Failures == 0) return TimeSpan.Zero;
        var whole = TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstPause.Ticks << Math.Min(Failures - 1, 10)));
        return whole * (0.5 + random / 2);
    }
}
