namespace Learning.Domain.Checkin.Local;

/// <summary>What a phone learnt of its clock when it last heard the server.</summary>
/// <param name="OffsetMs">Server clock less device clock, in milliseconds.</param>
/// <param name="At">The device's clock then, UTC.</param>
/// <param name="MonotonicMs">The device's monotonic clock then.</param>
/// <param name="BootId">Which start of the app that belongs to.</param>
public sealed record ClockContact(long OffsetMs, DateTimeOffset At, long MonotonicMs, string BootId)
{
    // Reading two clocks one after the other, and a server's answer on its way, never take this long.
    private const long ToleranceMs = 120_000;

    /// <summary>
    /// Server clock less device clock at an act. Within one start of the app the monotonic clock shows whether somebody has put
    /// the clock back since: it never runs behind the true time but for sleep, which it may leave out. So only a clock that
    /// shows less than it must is corrected; one put forward looks like sleep, and the server flags what lies in the future.
    /// </summary>
    /// <param name="now">The device's clock at the act, UTC.</param>
    /// <param name="monotonicMs">The monotonic clock at the act.</param>
    /// <param name="bootId">The app's present start.</param>
    public long OffsetAt(DateTimeOffset now, long monotonicMs, string bootId)
    {
        if (bootId != BootId) return OffsetMs;
        var shown = (long)(now - At).TotalMilliseconds;
        var atLeast = monotonicMs - MonotonicMs;
        return shown < atLeast - ToleranceMs ? OffsetMs + (atLeast - shown) : OffsetMs;
    }
}
