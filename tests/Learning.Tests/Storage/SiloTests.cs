using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using Learning.Silo.Changes;
using Learning.Silo.Storage;
using Learning.Tests.Databases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;

namespace Learning.Tests.Storage;

public sealed class SiloTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_silo_makes_its_database_and_a_grain_finds_its_state_after_a_restart(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        using (var silo = Silo(database))
        {
            await silo.StartAsync();
            var grains = silo.Services.GetRequiredService<IGrainFactory>();
            // Three hundred at once: the writes behind the first share a few, and nobody's hour is lost.
            await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => grains.GetGrain<IAttendanceGrain>("Өмнөговь/1").Add(1)));
            await grains.GetGrain<IAttendanceGrain>("12").Add(12);
            await grains.GetGrain<IAttendanceGrain>("012").Add(1);
            await silo.StopAsync();
        }

        using var again = Silo(database);
        await again.StartAsync();
        var factory = again.Services.GetRequiredService<IGrainFactory>();
        Assert.Equal(300, await factory.GetGrain<IAttendanceGrain>("Өмнөговь/1").Add(0));
        Assert.Equal(12, await factory.GetGrain<IAttendanceGrain>("12").Add(0));
        Assert.Equal(1, await factory.GetGrain<IAttendanceGrain>("012").Add(0));
        var states = await again.Services.GetRequiredService<IStateReader>().Page("attendance", after: null, limit: 10);
        Assert.Equal(["012", "12", "Өмнөговь/1"], states.Select(s => s.Key));
        Assert.Equal("""{"name":"","hours":300}""", Encoding.UTF8.GetString(states[2].Json!.Value.Span));
        Assert.True(states[2].Version < 300);
        await again.StopAsync();
    }

    private static IHost Silo(TestDatabase database) => Host.CreateDefaultBuilder()
        .ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Error))
        .UseOrleans(silo =>
        {
            silo.Services.AddSingleton(new StateJson(StateJson.Options(new DefaultJsonTypeInfoResolver())));
            silo.AddLearningStorage(database.Settings with { Clustering = ClusteringKind.Localhost });
            silo.Configure<EndpointOptions>(options => (options.SiloPort, options.GatewayPort) = (FreePort(), FreePort()));
        })
        .Build();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
