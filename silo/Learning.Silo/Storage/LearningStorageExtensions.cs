using System.Net;
using System.Net.Sockets;
using Learning.Silo.Changes;
using Learning.Silo.Storage.Postgres;
using Learning.Silo.Storage.Schema;
using Learning.Silo.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Npgsql;
using Orleans.Configuration;
using Orleans.Runtime.Hosting;
using Orleans.Storage;

namespace Learning.Silo.Storage;

/// <summary>Registers everything that stores.</summary>
public static class LearningStorageExtensions
{
    /// <summary>Part of every stored row's key: changing it loses every state from sight.</summary>
    public const string ServiceId = "learning";

    private const string Provider = "learning";
    private const string Npgsql = "Npgsql";

    /// <summary>
    /// Grain storage (the default provider), the schema applied before the silo starts, change set and state reader, and clustering and reminders as
    /// <see cref="LearningDatabase.Clustering"/> says. A <see cref="StateJson"/> must be registered besides.
    /// </summary>
    /// <param name="silo">The silo.</param>
    /// <param name="database">Where to store.</param>
    public static ISiloBuilder AddLearningStorage(this ISiloBuilder silo, LearningDatabase database)
    {
        silo.Services.AddLearningDatabase(database);
        silo.AddAdoNetGrainStorage(Provider, options => options.Configure<IServiceProvider>((storage, services) =>
        {
            storage.GrainStorageSerializer = services.GetRequiredService<StateJson>();
            if (database.Kind == DatabaseKind.Sqlite)
            {
                storage.Invariant = GatheringSqliteDataSource.Invariant;
                storage.DataSource = services.GetRequiredService<GatheringSqliteDataSource>();
            }
            else
            {
                storage.Invariant = Npgsql;
                storage.DataSource = services.GetRequiredService<NpgsqlDataSource>();
            }
        }));
        silo.Services.AddGrainStorage("Default", (services, _) =>
        {
            var provider = services.GetRequiredKeyedService<IGrainStorage>(Provider);
            if (database.Kind == DatabaseKind.Postgres)
            {
                provider = new GatheringStates(
                    provider, services.GetRequiredKeyedService<NpgsqlDataSource>(DatabaseUse.States), services.GetRequiredService<StateJson>(), services.GetRequiredService<IOptions<ClusterOptions>>().Value.ServiceId);
            }

            return new StateStorage(provider, services.GetRequiredService<ChangeHint>());
        });
        return silo.UseLearningClustering(database);
    }

    /// <summary>The database alone, without a silo: for verbs of <c>./run</c>, for accounts, for tests.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="database">Where to store.</param>
    public static IServiceCollection AddLearningDatabase(this IServiceCollection services, LearningDatabase database)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(database);
        if (database.Kind == DatabaseKind.Sqlite)
        {
            services.TryAddSingleton<GatheringSqliteDataSource>();
            services.TryAddSingleton<IDatabase, SqliteDatabase>();
            services.TryAddKeyedSingleton(DatabaseUse.Projections, (provider, _) => provider.GetRequiredService<IDatabase>());
            services.TryAddSingleton<TurnTakingSaves>();
        }
        else
        {
            services.TryAddSingleton(_ => new NpgsqlDataSourceBuilder(database.ConnectionString).Build());
            services.TryAddSingleton<IDatabase, PostgresDatabase>();
            services.TryAddKeyedSingleton(DatabaseUse.States, (_, _) => PostgresSources.States(database.ConnectionString));
            services.TryAddKeyedSingleton(DatabaseUse.Projections, (_, _) => PostgresSources.Projections(database.ConnectionString));
            services.TryAddKeyedSingleton<IDatabase>(DatabaseUse.Projections, (provider, _) => new PostgresDatabase(provider.GetRequiredKeyedService<NpgsqlDataSource>(DatabaseUse.Projections)));
        }

        services.TryAddSingleton(provider => new SchemaMigrator(provider.GetRequiredService<IDatabase>(), provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<MigrateAtStart>();
        services.TryAddSingleton<ChangeHint>();
        services.TryAddSingleton<IChangeSet, ChangeSet>();
        services.TryAddSingleton<IStateReader, StateReader>();
        services.TryAddSingleton<DatabaseBackup>();
        return services;
    }

    /// <summary>
    /// Lets an EF Core context use the same database. On SQLite its writes take turns with all others, so neither waits for a lock;
    /// a transaction must not stay open while something else that writes is awaited, such as a grain.
    /// </summary>
    /// <param name="options">Of the context.</param>
    /// <param name="services">Has what <see cref="AddLearningDatabase"/> registered.</param>
    public static DbContextOptionsBuilder UseLearningDatabase(this DbContextOptionsBuilder options, IServiceProvider services)
    {
        var database = services.GetRequiredService<LearningDatabase>();
        return database.Kind == DatabaseKind.Sqlite
            ? options.UseSqlite(database.ConnectionString).AddInterceptors(services.GetRequiredService<TurnTakingSaves>())
            : options.UseNpgsql(services.GetRequiredService<NpgsqlDataSource>());
    }

    /// <summary>Lets a process without grains (a web server in a cluster) find the silos.</summary>
    /// <param name="client">The client.</param>
    /// <param name="database">Where the silos register.</param>
    public static IClientBuilder UseLearningClustering(this IClientBuilder client, LearningDatabase database)
    {
        if (database.Clustering == ClusteringKind.Localhost) return client.UseLocalhostClustering(serviceId: ServiceId, clusterId: ServiceId);
        client.Configure<ClusterOptions>(SetIds);
        return database.Clustering == ClusteringKind.Host
            ? client
            : client.UseAdoNetClustering(options => options.Configure<NpgsqlDataSource>((clustering, source) => (clustering.Invariant, clustering.DataSource) = (Npgsql, source)));
    }

    private static ISiloBuilder UseLearningClustering(this ISiloBuilder silo, LearningDatabase database)
    {
        switch (database.Clustering)
        {
            case ClusteringKind.Database:
                silo.Configure<ClusterOptions>(SetIds);
                silo.UseAdoNetClustering(options => options.Configure<NpgsqlDataSource>((clustering, source) => (clustering.Invariant, clustering.DataSource) = (Npgsql, source)));
                return silo.UseAdoNetReminderService(options => options.Configure<NpgsqlDataSource>((reminders, source) => (reminders.Invariant, reminders.DataSource) = (Npgsql, source)));
            case ClusteringKind.Localhost:
                // Nobody outside the process connects, so any free port will do, and a second installation on this machine finds its own.
                var (siloPort, gatewayPort) = FreePorts();
                silo.UseLocalhostClustering(siloPort, gatewayPort, serviceId: ServiceId, clusterId: ServiceId);
                break;
        }

        return silo.UseInMemoryReminderService();
    }

    private static (int Silo, int Gateway) FreePorts()
    {
        using var one = new TcpListener(IPAddress.Loopback, 0);
        using var other = new TcpListener(IPAddress.Loopback, 0);
        one.Start();
        other.Start();
        return (((IPEndPoint)one.LocalEndpoint).Port, ((IPEndPoint)other.LocalEndpoint).Port);
    }

    private static void SetIds(ClusterOptions options) => options.ServiceId = options.ClusterId = ServiceId;
}
