using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Learning.Web.Api.Health;

/// <summary>Ready: at least one silo is active and answers.</summary>
internal sealed class SiloAnswers(IGrainFactory grains) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var hosts = await grains.GetGrain<IManagementGrain>(0).GetHosts(onlyActive: true).WaitAsync(cancellationToken);
        return hosts.Count > 0 ? HealthCheckResult.Healthy($"{hosts.Count} active") : HealthCheckResult.Unhealthy("No silo is active.");
    }
}
