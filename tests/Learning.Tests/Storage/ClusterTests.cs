using System.Net;
using System.Net.Sockets;
using System.Text.Json.Serialization.Metadata;
using Learning.Silo.Storage;
using Learning.Tests.Databases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Orleans.Configuration;
using Orleans.Runtime;

namespace Learning.Tests.Storage;

public sealed class ClusterTests
{
    [PostgresFact]
    public async Task Two_silos_that_start_at_once_meet_in_the_database_and_one_leaves()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        using var first = Silo(database);
        using var second = Silo(database);
        await Task.WhenAll(first.StartAsync(), second.StartAsync());

        using (var client = Client(database))
        {
            await client.StartAsync();
            var management = client.Services.GetRequiredService<IClusterClient>().GetGrain<IManagementGrain>(0);
            Assert.Equal(2, (await management.GetHosts(onlyActive: true)).Count);
            await client.StopAsync();
        }

        await second.StopAsync();
        var left = await first.Services.GetRequiredService<IGrainFactory>().GetGrain<IManagementGrain>(0).GetDetailedHosts(onlyActive: false);
        Assert.Equal([SiloStatus.Active, SiloStatus.Dead], left.Select(host => host.Status).Order());
        await first.StopAsync();
    }

    [PostgresFact]
    public async Task Membership_counts_only_together_with_the_version_of_the_table()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        using var silo = Silo(database);
        await silo.StartAsync();
        var table = silo.Services.GetRequiredService<IMembershipTable>();
        var before = await table.ReadAllAsync(CancellationToken.None);
        var entry = new MembershipEntry
        {
            SiloAddress = SiloAddress.New(new IPEndPoint(IPAddress.Loopback, 4242), 1), SiloName = "Үүр", HostName = "h", Status = SiloStatus.Joining,
            ProxyPort = 1, StartTime = DateTime.UtcNow.AddDays(-9), IAmAliveTime = DateTime.UtcNow.AddDays(-9),
        };

        var inserts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => table.InsertRowAsync(entry, before.Version.Next(), CancellationToken.None)));
        Assert.Single(inserts, inserted => inserted);
        Assert.False(await table.InsertRowAsync(entry, (await table.ReadAllAsync(CancellationToken.None)).Version.Next(), CancellationToken.None));
        var read = await table.ReadRowAsync(entry.SiloAddress, CancellationToken.None);
        Assert.Equal("Үүр", Assert.Single(read.Members).Item1.SiloName);
        Assert.Equal(before.Version.Version + 1, read.Version.Version);

        entry.Status = SiloStatus.Dead;
        entry.AddSuspector(entry.SiloAddress, DateTime.UtcNow.AddDays(-8));
        Assert.False(await table.UpdateRowAsync(entry, "x", before.Version.Next(), CancellationToken.None));
        Assert.True(await table.UpdateRowAsync(entry, read.Members[0].Item2, read.Version.Next(), CancellationToken.None));
        read = await table.ReadRowAsync(entry.SiloAddress, CancellationToken.None);
        Assert.Equal((SiloStatus.Dead, 1), (read.Members[0].Item1.Status, read.Members[0].Item1.SuspectTimes!.Count));

        await table.CleanupDefunctSiloEntriesAsync(DateTimeOffset.UtcNow.AddDays(-1), CancellationToken.None);
        Assert.Empty((await table.ReadRowAsync(entry.SiloAddress, CancellationToken.None)).Members);
        Assert.Single((await table.ReadAllAsync(CancellationToken.None)).Members);
        await silo.StopAsync();
    }

    [PostgresFact]
    public async Task Reminders_are_kept_read_by_range_and_removed()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        using var silo = Silo(database);
        await silo.StartAsync();
        var table = silo.Services.GetRequiredService<IReminderTable>();
        var grains = Enumerable.Range(0, 40).Select(i => GrainId.Create("cohort", $"Ө{i}")).ToList();
        var start = new DateTime(2026, 3, 8, 1, 2, 3, DateTimeKind.Utc);

        foreach (var grain in grains) await table.UpsertRow(new ReminderEntry { GrainId = grain, ReminderName = "expire", StartAt = start, Period = TimeSpan.FromDays(40) });
        var tag = await table.UpsertRow(new ReminderEntry { GrainId = grains[0], ReminderName = "expire", StartAt = start.AddDays(1), Period = TimeSpan.FromMinutes(5) });

        var row = await table.ReadRow(grains[0], "expire");
        Assert.Equal((start.AddDays(1), TimeSpan.FromMinutes(5), tag), (row!.StartAt, row.Period, row.ETag));
        Assert.Equal(TimeSpan.FromDays(40), Assert.Single((await table.ReadRows(grains[1])).Reminders).Period);
        foreach (var (begin, end) in ((uint, uint)[])[(0, int.MaxValue), (int.MaxValue, 0), (3_000_000_000, 1_000_000_000), (1_000_000_000, 3_000_000_000), (0, 0)])
        {
            var expected = grains.Where(g => Within(g.GetUniformHashCode(), begin, end)).Select(g => g.ToString()).Order();
            Assert.Equal(expected, (await table.ReadRows(begin, end)).Reminders.Select(r => r.GrainId.ToString()).Order());
        }

        Assert.False(await table.RemoveRow(grains[0], "expire", "0"));
        Assert.True(await table.RemoveRow(grains[0], "expire", tag!));
        Assert.Null(await table.ReadRow(grains[0], "expire"));
        await silo.StopAsync();
    }

    // From begin, exclusive, round the ring to end, inclusive; begin = end is the whole ring.
    private static bool Within(uint hash, uint begin, uint end) => begin < end ? hash > begin && hash <= end : hash > begin || hash <= end;

    private static IHost Silo(TestDatabase database) => Host.CreateDefaultBuilder()
        .ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Error))
        .UseOrleans(silo =>
        {
            silo.Services.AddSingleton(new StateJson(StateJson.Options(new DefaultJsonTypeInfoResolver())));
            silo.AddLearningStorage(database.Settings with { Clustering = ClusteringKind.Database });
            silo.Configure<EndpointOptions>(options => (options.AdvertisedIPAddress, options.SiloPort, options.GatewayPort) = (IPAddress.Loopback, FreePort(), FreePort()));
        })
        .Build();

    private static IHost Client(TestDatabase database) => Host.CreateDefaultBuilder()
        .ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Error))
        .ConfigureServices(services => services.AddSingleton(_ => new NpgsqlDataSourceBuilder(database.Settings.ConnectionString).Build()))
        .UseOrleansClient(client => client.UseLearningClustering(database.Settings with { Clustering = ClusteringKind.Database }))
        .Build();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
