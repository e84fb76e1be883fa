namespace Learning.Domain.Checkin;

/// <summary>The protocol's rule for wrong clocks: never refuse, keep all three times, flag what is over two minutes off.</summary>
public static class ScanClock
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(120);

    /// <summary>Best estimate of when the act took place.</summary>
    /// <param name="capturedAt">The device's clock at the act.</param>
    /// <param name="lastOffsetMs">Server less device clock at the device's last contact before the act; null if there was none.</param>
    /// <param name="offsetNow">Server less device clock at the upload.</param>
    /// <param name="receivedAt">The server's clock on arrival.</param>
    /// <returns>The estimate, never after <paramref name="receivedAt"/>, and whether the clock is to be flagged.</returns>
    public static (DateTimeOffset At, bool IsOff) Estimate(DateTimeOffset capturedAt, long? lastOffsetMs, TimeSpan offsetNow, DateTimeOffset receivedAt)
    {
        // The offset known at the act is nearer to the act than the one at the upload, which may be days later.
        var offset = lastOffsetMs is { } ms && Math.Abs((double)ms) < TimeSpan.MaxValue.TotalMilliseconds / 2 ? TimeSpan.FromMilliseconds(ms) : offsetNow;
        var isOff = offset.Duration() > Tolerance || capturedAt + Min(offset, Tolerance) > receivedAt + Tolerance;
        var estimate = Shift(capturedAt, offset);
        return (estimate > receivedAt ? receivedAt : estimate, isOff || estimate > receivedAt + Tolerance);
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static DateTimeOffset Shift(DateTimeOffset at, TimeSpan by)
    {
        var ticks = (Int128)at.UtcTicks + by.Ticks;
        return ticks <= 0 ? DateTimeOffset.MinValue : ticks >= DateTimeOffset.MaxValue.UtcTicks ? DateTimeOffset.MaxValue : new DateTimeOffset((long)ticks, TimeSpan.Zero);
    }
}
