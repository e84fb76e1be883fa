namespace Learning.Tests.Grains;

/// <summary>A clock that a test sets. Only the time of day is made up: timers and stopwatches run as ever.</summary>
public sealed class ManualClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock changing = new();
    private DateTimeOffset now = start;

    public DateTimeOffset Now
    {
        get { lock (changing) return now; }
        set { lock (changing) now = value; }
    }

    public override DateTimeOffset GetUtcNow() => Now;

    public void Advance(TimeSpan by)
    {
        lock (changing) now += by;
    }
}
