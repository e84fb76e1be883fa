namespace Learning.Benchmarks.Reach;

/// <summary>How long something took, many times.</summary>
/// <param name="P50">The middle, in milliseconds.</param>
/// <param name="P99">What 99 of 100 are below, in milliseconds; the slowest of fewer.</param>
internal readonly record struct Latency(double P50, double P99)
{
    /// <summary>Of the times in milliseconds, in any order.</summary>
    public static Latency Of(IEnumerable<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToArray();
        return new(sorted[sorted.Length / 2], sorted[Math.Min(sorted.Length - 1, sorted.Length * 99 / 100)]);
    }
}
