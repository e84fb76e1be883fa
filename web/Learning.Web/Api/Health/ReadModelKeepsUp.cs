using Learning.Silo.Changes;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Learning.Web.Api.Health;

/// <summary>Ready: what waits to be projected is little, or becomes less.</summary>
internal sealed class ReadModelKeepsUp(IChangeSet changes, TimeProvider clock) : IHealthCheck
{
    // A projector takes about so many in a second; an import of many more is work in progress as long as they become fewer.
    private const long Little = 2000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Lock guard = new();
    private (long Count, DateTimeOffset At) least = (long.MaxValue, DateTimeOffset.MinValue);

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var (count, now) = (await changes.Count(), clock.GetUtcNow());
        lock (guard)
        {
            if (count <= Little || count < least.Count) least = (count, now);
            return now - least.At <= Patience
                ? HealthCheckResult.Healthy($"{count} waiting")
                : HealthCheckResult.Unhealthy($"{count} grains wait to be projected, and for a minute they have not become fewer.");
        }
    }
}
