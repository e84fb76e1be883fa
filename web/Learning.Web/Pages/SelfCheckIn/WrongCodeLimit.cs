using System.Net;
using System.Threading.RateLimiting;

namespace Learning.Web.Pages.SelfCheckIn;

/// <summary>
/// How many codes that no screen ever showed one address may try: 60 a minute (a whole training centre may share it). Whoever
/// scans a real code is never counted. Counts are of this process.
/// </summary>
public sealed class WrongCodeLimit : IDisposable
{
    /// <summary>How many a minute.</summary>
    public const int EachMinute = 60;

    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions { PermitLimit = EachMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));

    /// <summary>Whether codes are still read for this address.</summary>
    /// <param name="from">The caller's address.</param>
    public bool Allows(IPAddress? from)
    {
        using var lease = limiter.AttemptAcquire(from?.ToString() ?? "", 0);
        return lease.IsAcquired;
    }

    /// <summary>Counts a wrong code.</summary>
    /// <param name="from">The caller's address.</param>
    public void Wrong(IPAddress? from) => limiter.AttemptAcquire(from?.ToString() ?? "").Dispose();

    /// <inheritdoc/>
    public void Dispose() => limiter.Dispose();
}
