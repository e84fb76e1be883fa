using System.Net;
using System.Threading.RateLimiting;

namespace Learning.Web.Pages.Apply;

/// <summary>
/// How often one address may apply: 40 at once, then 4 a minute. A whole training centre, or all phones of a mobile operator's
/// cell, may share one address. Counts are of this process.
/// </summary>
public sealed class ApplicationLimit : IDisposable
{
    /// <summary>How many at once.</summary>
    public const int AtOnce = 40;

    /// <summary>How many more each minute.</summary>
    public const int EachMinute = 4;

    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetTokenBucketLimiter(address, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = AtOnce, TokensPerPeriod = EachMinute, ReplenishmentPeriod = TimeSpan.FromMinutes(1), QueueLimit = 0,
        }));

    /// <summary>Whether one more may be sent now; counts it if so.</summary>
    /// <param name="from">The caller's address.</param>
    public bool Allows(IPAddress? from)
    {
        using var lease = limiter.AttemptAcquire(from?.ToString() ?? "");
        return lease.IsAcquired;
    }

    /// <inheritdoc/>
    public void Dispose() => limiter.Dispose();
}
