using Learning.Web.Api.Sync;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Learning.Web.Api.Health;

/// <summary>What a machine that watches over this one asks.</summary>
internal static class HealthApi
{
    private const string Ready = "ready";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<ReadModelKeepsUp>();
        services.AddHealthChecks()
            .AddCheck<DatabaseAnswers>("database", tags: [Ready], timeout: Patience)
            .AddCheck<SiloAnswers>("silo", tags: [Ready], timeout: Patience)
            .AddCheck<ReadModelKeepsUp>("readModel", tags: [Ready], timeout: Patience);
        // Labels are routes, methods, statuses and grain types: nobody's name, number or address.
        services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("learning")).WithMetrics(metrics => metrics
            .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.Orleans", "System.Runtime", SyncMetrics.Meter)
            .AddPrometheusExporter());
    }

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/healthz/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        routes.MapHealthChecks("/healthz/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = Write }).AllowAnonymous();
        routes.MapPrometheusScrapingEndpoint("/metrics").AllowAnonymous();
    }

    private static Task Write(HttpContext http, Microsoft.Extensions.Diagnostics.HealthChecks.HealthReport report) => http.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString().ToLowerInvariant(),
        checks = report.Entries.ToDictionary(e => e.Key, e => new { status = e.Value.Status.ToString().ToLowerInvariant(), description = e.Value.Description }),
    });
}
