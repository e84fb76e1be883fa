using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Learning.Silo.Storage;
using Learning.Silo.Storage.Schema;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Configuration;
using Orleans.Runtime;
using Orleans.Serialization;
using Orleans.Storage;

namespace Learning.Benchmarks.Storage;

/// <summary>How many grain states a second become durable, through Orleans' ADO.NET provider and the change set's trigger.</summary>
public static class DurableWrites
{
    private const int Writers = 64;

    /// <summary>
    /// Measures and prints: single-row commits of one plain connection; the provider over a plain connection string; the provider over the gathering
    /// data source. With a connection string, PostgreSQL too.
    /// </summary>
    /// <param name="seconds">Of each measurement; a fifth of that is warming up.</param>
    /// <param name="postgres">A database that may be written to, or <see langword="null"/>.</param>
    /// <param name="output">Where the table goes.</param>
    public static async Task RunAsync(int seconds, string? postgres, TextWriter output)
    {
        await output.WriteLineAsync($"durable writes a second, fsync on, {Environment.ProcessorCount} cores, {seconds} s each, state of about 500 bytes");
        await Line(output, "SQLite, one connection, one row a commit", InFolder(folder => PlainInserts(folder, seconds)));
        foreach (var writers in (int[])[1, 8, Writers])
            await Line(output, $"SQLite, grain states, {writers} writers, gathered", InFolder(folder => GrainStates(LearningDatabase.Sqlite(folder), writers, seconds, plain: false)));
        await Line(output, $"SQLite, grain states, {Writers} writers, provider alone", InFolder(folder => GrainStates(LearningDatabase.Sqlite(folder), Writers, seconds, plain: true)));
        if (postgres is null) return;
        foreach (var writers in (int[])[1, 8, Writers])
            await Line(output, $"PostgreSQL, grain states, {writers} writers", GrainStates(LearningDatabase.Postgres(postgres), writers, seconds, plain: false));
    }

    private static async Task Line(TextWriter output, string what, Task<double> measurement)
    {
        var rate = await measurement;
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{what,-60}{rate,10:N0}"));
    }

    private static async Task<double> InFolder(Func<string, Task<double>> measure)
    {
        var folder = Directory.CreateTempSubdirectory("learning-benchmark-").FullName;
        try
        {
            return await measure(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Task<double> PlainInserts(string folder, int seconds)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "plain.db"), Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE mark (id INTEGER PRIMARY KEY, payload BLOB)";
        command.ExecuteNonQuery();
        command.CommandText = "INSERT INTO mark (payload) VALUES (@payload)";
        command.Parameters.AddWithValue("payload", new byte[500]);
        var watch = Stopwatch.StartNew();
        var written = 0;
        for (; watch.Elapsed.TotalSeconds < seconds; written++) command.ExecuteNonQuery();
        return Task.FromResult(written / watch.Elapsed.TotalSeconds);
    }

    private static async Task<double> GrainStates(LearningDatabase database, int writers, int seconds, bool plain)
    {
        await using var services = Services(database, plain);
        await services.GetRequiredService<SchemaMigrator>().MigrateAsync();
        var lifecycle = new SiloLifecycleSubject(NullLogger<SiloLifecycleSubject>.Instance);
        ((ILifecycleParticipant<ISiloLifecycle>)services.GetRequiredKeyedService<IGrainStorage>("learning")).Participate(lifecycle);
        await lifecycle.OnStart();
        var storage = services.GetRequiredKeyedService<IGrainStorage>("Default");

        var run = Guid.NewGuid().ToString("N");
        var counted = 0L;
        var watch = Stopwatch.StartNew();
        var from = TimeSpan.FromSeconds(seconds / 5.0);
        var to = from + TimeSpan.FromSeconds(seconds);
        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            var id = GrainId.Create("cohort", $"{run}/Ө{writer}");
            var state = new GrainState<Sheet>();
            for (var i = 0; watch.Elapsed < to; i++)
            {
                state.State = new Sheet("Өвөрхангай, Уянга сум", Enumerable.Range(i, 40).Select(n => $"mn-{n:x8}").ToArray());
                await storage.WriteStateAsync("sheet", id, state);
                if (watch.Elapsed >= from && watch.Elapsed < to) Interlocked.Increment(ref counted);
            }
        })));
        await lifecycle.OnStop();
        return counted / (double)seconds;
    }

    private static ServiceProvider Services(LearningDatabase database, bool plain)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddOptions().AddSerializer();
        services.Configure<ClusterOptions>(options => options.ServiceId = options.ClusterId = LearningStorageExtensions.ServiceId);
        services.AddSingleton(new StateJson(StateJson.Options(new DefaultJsonTypeInfoResolver())));
        new Builder(services).AddLearningStorage(database with { Clustering = ClusteringKind.Host });
        if (plain)
            services.PostConfigureAll<AdoNetGrainStorageOptions>(options => (options.DataSource, options.ConnectionString) = (null, database.ConnectionString));
        return services.BuildServiceProvider();
    }

    private sealed record Sheet(string Place, string[] Badges)
    {
        public Sheet()
            : this("", [])
        {
        }
    }

    private sealed class Builder(IServiceCollection services) : ISiloBuilder
    {
        public IServiceCollection Services => services;

        public IConfiguration Configuration { get; } = new ConfigurationBuilder().Build();
    }
}
