using System.Net;
using System.Threading.RateLimiting;

namespace Learning.Web.Accounts.SignIn;

/// <summary>
/// How often somebody may be wrong about a password or PIN: 10 times a minute for one name from one address, 100 times a minute from one address (a whole
/// training centre may share it). Who is right is never counted. Counts are of this process; the lock of an account is in the database.
/// </summary>
public sealed class SignInAttempts : IDisposable
{
    /// <summary>How often a minute for one name from one address.</summary>
    public const int ForName = 10;

    /// <summary>How often a minute from one address.</summary>
    public const int ForAddress = 100;

    private const int Waiting = 50;

    private readonly PartitionedRateLimiter<string> names = Failures(ForName);
    private readonly PartitionedRateLimiter<string> addresses = Failures(ForAddress);

    // One at a time for a name: a hundred guesses sent at once would all be judged before the first is counted.
    private readonly PartitionedRateLimiter<string> turns = PartitionedRateLimiter.Create<string, string>(name =>
        RateLimitPartition.GetConcurrencyLimiter(name, _ => new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = Waiting }));

    /// <summary>Waits for the turn of this name.</summary>
    /// <param name="name">User name in its normal form, or <c>badge:id</c>.</param>
    /// <param name="from">The caller's address.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <returns>The turn, to be disposed; or <see langword="null"/> when there were too many.</returns>
    public async Task<Turn?> TakeAsync(string name, IPAddress? from, CancellationToken cancel)
    {
        var turn = await turns.AcquireAsync(name, 1, cancel);
        var address = from?.ToString() ?? "";
        var pair = $"{address} {name}";
        if (turn.IsAcquired && Allows(names, pair) && Allows(addresses, address)) return new Turn(this, turn, pair, address);
        turn.Dispose();
        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        names.Dispose();
        addresses.Dispose();
        turns.Dispose();
    }

    private static bool Allows(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key, 0);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<string> Failures(int perMinute) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));

    /// <summary>One attempt, while it is judged.</summary>
    public sealed class Turn : IDisposable
    {
        private readonly SignInAttempts attempts;
        private readonly RateLimitLease lease;
        private readonly string pair;
        private readonly string address;

        internal Turn(SignInAttempts attempts, RateLimitLease lease, string pair, string address) =>
            (this.attempts, this.lease, this.pair, this.address) = (attempts, lease, pair, address);

        /// <summary>It was wrong.</summary>
        public void Failed()
        {
            attempts.names.AttemptAcquire(pair).Dispose();
            attempts.addresses.AttemptAcquire(address).Dispose();
        }

        /// <inheritdoc/>
        public void Dispose() => lease.Dispose();
    }
}
