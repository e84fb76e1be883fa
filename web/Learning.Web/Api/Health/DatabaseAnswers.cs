using Learning.Silo.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Learning.Web.Api.Health;

/// <summary>Ready: the database answers.</summary>
internal sealed class DatabaseAnswers(IDatabase database) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await database.ReadAsync((connection, cancel) => connection.RowsAsync("select 1", [], row => row.GetInt32(0), cancel), cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
