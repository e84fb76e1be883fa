using System.Diagnostics;
using Learning.Contracts.Reach;
using Learning.Domain.Identity;
using Learning.Domain.Reach;
using Learning.Grains.Secrets;
using Learning.Silo.Content;
using Learning.Silo.Hosting;
using Learning.Silo.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Learning.Benchmarks.Reach;

/// <summary>The view that a region's grain keeps, asked for through Orleans as a page does.</summary>
internal static class CachedView
{
    private const int Rounds = 20_000;

    /// <summary>Asks one silo, and prints how long it took.</summary>
    public static async Task Run()
    {
        var folder = Directory.CreateTempSubdirectory("learning-reach-");
        try
        {
            var builder = Host.CreateApplicationBuilder();
            builder.Logging.SetMinimumLevel(LogLevel.Error);
            builder.Services.AddLearningContent(new ConfigurationBuilder().Build());
            builder.Services.AddSingleton(new LearningSecret(new byte[32]));
            builder.Services.AddSingleton(new IdentitySecret(new byte[32]));
            builder.UseOrleans(silo => silo.AddLearningSilo(LearningDatabase.Sqlite(folder.FullName)));
            using var host = builder.Build();
            await host.StartAsync();
            var country = host.Services.GetRequiredService<IGrainFactory>().GetGrain<IRegionReachGrain>("MN");
            var query = new ReachQuery { By = ReachBy.Month };
            var took = new double[Rounds];
            for (var round = -1_000; round < Rounds; round++)
            {
                var start = Stopwatch.GetTimestamp();
                await country.Answer(query);
                if (round >= 0) took[round] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }

            var latency = Latency.Of(took);
            Console.WriteLine();
            Console.WriteLine($"the view that a region's grain keeps, through Orleans: p50 {latency.P50:0.000} ms, p99 {latency.P99:0.000} ms");
            await host.StopAsync();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
