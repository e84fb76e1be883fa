namespace Learning.Api.Tests.Site;

/// <summary>The system's clock, which a test may put forward for a while; timers go on as they do.</summary>
public sealed class ForwardClock : TimeProvider
{
    private long ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref ahead));

    /// <summary>Puts it forward until the answer is disposed.</summary>
    public IDisposable Forward(TimeSpan by)
    {
        Interlocked.Exchange(ref ahead, by.Ticks);
        return new Back(this);
    }

    private sealed class Back(ForwardClock clock) : IDisposable
    {
        public void Dispose() => Interlocked.Exchange(ref clock.ahead, 0);
    }
}
