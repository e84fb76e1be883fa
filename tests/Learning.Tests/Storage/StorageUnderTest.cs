using System.Text.Json.Serialization.Metadata;
using Learning.Silo.Changes;
using Learning.Silo.Storage;
using Learning.Silo.Storage.Schema;
using Learning.Silo.Storage.Sqlite;
using Learning.Tests.Databases;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Configuration;
using Orleans.Runtime;
using Orleans.Serialization;
using Orleans.Storage;

namespace Learning.Tests.Storage;

/// <summary>The storage as a silo has it, without the silo: registered the same way, and only the grain storage started.</summary>
public sealed class StorageUnderTest : IAsyncDisposable
{
    public const string State = "attendance";

    private readonly ServiceProvider services;
    private readonly SiloLifecycleSubject lifecycle = new(NullLogger<SiloLifecycleSubject>.Instance);

    private StorageUnderTest(ServiceProvider services) => this.services = services;

    public IDatabase Database => services.GetRequiredService<IDatabase>();

    public IChangeSet Changes => services.GetRequiredService<IChangeSet>();

    public ChangeHint Hint => services.GetRequiredService<ChangeHint>();

    public IStateReader States => services.GetRequiredService<IStateReader>();

    public DatabaseBackup Backup => services.GetRequiredService<DatabaseBackup>();

    public GatheringSqliteDataSource Sqlite => services.GetRequiredService<GatheringSqliteDataSource>();

    public IServiceProvider Services => services;

    private IGrainStorage Grains => services.GetRequiredKeyedService<IGrainStorage>("Default");

    public static async Task<StorageUnderTest> OpenAsync(LearningDatabase database, Action<IServiceCollection>? configure = null)
    {
        var collection = new ServiceCollection();
        collection.AddLogging().AddOptions().AddSerializer();
        collection.Configure<ClusterOptions>(options => options.ServiceId = options.ClusterId = LearningStorageExtensions.ServiceId);
        collection.AddSingleton(new StateJson(StateJson.Options(new DefaultJsonTypeInfoResolver())));
        new Builder(collection).AddLearningStorage(database);
        configure?.Invoke(collection);
        var storage = new StorageUnderTest(collection.BuildServiceProvider());
        await storage.services.GetRequiredService<SchemaMigrator>().MigrateAsync();
        ((ILifecycleParticipant<ISiloLifecycle>)storage.services.GetRequiredKeyedService<IGrainStorage>("learning")).Participate(storage.lifecycle);
        await storage.lifecycle.OnStart();
        return storage;
    }

    /// <summary>What a grain sees when it activates.</summary>
    public async Task<GrainState<Attendance>> ReadAsync(string key, string state = State)
    {
        var grain = new GrainState<Attendance>(new Attendance());
        await Grains.ReadStateAsync(state, Id(key), grain);
        return grain;
    }

    /// <summary>What a grain does when it writes; changes the ETag in <paramref name="grain"/>.</summary>
    public Task WriteAsync(string key, GrainState<Attendance> grain, string state = State) => Grains.WriteStateAsync(state, Id(key), grain);

    public async Task WriteAsync(string key, int hours, string state = State)
    {
        var grain = await ReadAsync(key, state);
        grain.State = new Attendance("Өлзий", hours);
        await WriteAsync(key, grain, state);
    }

    public Task ClearAsync(string key, GrainState<Attendance> grain) => Grains.ClearStateAsync(State, Id(key), grain);

    public Task<long> CountAsync(string sql) => Database.ReadAsync(async (connection, cancel) => (await connection.RowsAsync(sql, [], row => row.GetInt64(0), cancel))[0]);

    public async ValueTask DisposeAsync()
    {
        await lifecycle.OnStop();
        await services.DisposeAsync();
    }

    private static GrainId Id(string key) => GrainId.Create("attendance", key);

    private sealed class Builder(IServiceCollection services) : ISiloBuilder
    {
        public IServiceCollection Services => services;

        public IConfiguration Configuration { get; } = new ConfigurationBuilder().Build();
    }
}
