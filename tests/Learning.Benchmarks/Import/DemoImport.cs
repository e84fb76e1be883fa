using System.Diagnostics;
using Learning.Contracts.Reach;
using Learning.Domain.Certificates;
using Learning.Domain.Identity;
using Learning.Domain.Reach;
using Learning.Grains.Secrets;
using Learning.Silo.Content;
using Learning.Silo.Content.Demo;
using Learning.Silo.Hosting;
using Learning.Silo.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Learning.Benchmarks.Import;

/// <summary>The federation's kept sheets into an empty database, and how long it takes.</summary>
public static class DemoImport
{
    /// <summary>Imports on SQLite in a temporary folder, or on PostgreSQL when a connection string is given.</summary>
    public static async Task Run(string? postgres, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("learning-import-");
        try
        {
            var database = postgres is null ? LearningDatabase.Sqlite(folder.FullName) : LearningDatabase.Postgres(postgres, folder.FullName, ClusteringKind.Localhost);
            var builder = Host.CreateApplicationBuilder();
            builder.Logging.SetMinimumLevel(LogLevel.Warning);
            var content = builder.Services.AddLearningContent(new ConfigurationBuilder().Build());
            builder.Services.AddSingleton(new LearningSecret(new byte[32]));
            builder.Services.AddSingleton(new IdentitySecret(new byte[32]));
            builder.UseOrleans(silo => silo.AddLearningSilo(database));
            using var host = builder.Build();
            await host.StartAsync();
            var watch = Stopwatch.StartNew();
            var last = "";
            await host.Services.GetRequiredService<DemoLoading>().Load(line =>
            {
                if (line.Contains("rows")) output.WriteLine($"{watch.Elapsed.TotalSeconds,6:0.0} s  {line}");
                last = line;
            }, CancellationToken.None);
            output.WriteLine($"{watch.Elapsed.TotalSeconds,6:0.0} s  imported and listed ({database.Kind})");
            var reach = host.Services.GetRequiredService<IGrainFactory>().GetGrain<IRegionReachGrain>("MN");
            foreach (var measure in new[] { Measure.Participations, Measure.Reached, Measure.Completed, Measure.Completions })
                output.WriteLine($"          {measure}: {(await reach.Answer(new ReachQuery { Measure = measure })).Answer.Total}");
            await host.StopAsync();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
