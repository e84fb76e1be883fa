using Learning.Domain.Identity;
using Learning.Grains.Secrets;
using Learning.Silo.Content;
using Learning.Silo.Hosting;
using Learning.Silo.Storage;
using Learning.Tests.Databases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;
using Orleans.TestingHost;

namespace Learning.Tests.Grains;

/// <summary>A silo as production has it, on a database of its own, with the content as shipped and a clock that the test sets.</summary>
public sealed class TestSilo : IAsyncDisposable
{
    /// <summary>Ten in the morning of Tuesday, 10 March 2026 in Ulaanbaatar; nine in Khovd.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 10, 2, 0, 0, TimeSpan.Zero);

    private readonly TestDatabase database;
    private readonly InProcessTestCluster cluster;

    private TestSilo(TestDatabase database, InProcessTestCluster cluster, ManualClock clock, HeldCalls held, FailingWrites failing, DelayedPages pages) =>
        (this.database, this.cluster, Clock, Held, Failing, Pages) = (database, cluster, clock, held, failing, pages);

    public ManualClock Clock { get; }

    public HeldCalls Held { get; }

    public FailingWrites Failing { get; }

    public DelayedPages Pages { get; }

    /// <summary>Grains as a client sees them: every call and answer travels as bytes.</summary>
    public IGrainFactory Grains => cluster.Client;

    /// <summary>What the silo registered.</summary>
    public IServiceProvider Services => ((InProcessSiloHandle)cluster.Silos[0]).ServiceProvider;

    public static async Task<TestSilo> StartAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        var (clock, held, failing, pages) = (new ManualClock(Start), new HeldCalls(), new FailingWrites(), new DelayedPages());
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSiloHost((_, host) => host.Logging.SetMinimumLevel(LogLevel.Error));
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSingleton<TimeProvider>(clock);
            silo.Services.AddLearningContent(silo.Configuration);
            silo.Services.AddSingleton(new LearningSecret(Enumerable.Repeat((byte)7, 32).ToArray()));
            silo.Services.AddSingleton(new IdentitySecret(Enumerable.Repeat((byte)9, 32).ToArray()));
            // Idle grains stay in memory: their collector takes its appointments from the clock above, which tests set back.
            silo.Configure<GrainCollectionOptions>(options => (options.CollectionQuantum, options.CollectionAge) = (TimeSpan.FromDays(1), TimeSpan.FromDays(2)));
            silo.AddIncomingGrainCallFilter(held);
            silo.AddLearningSilo(database.Settings);
            failing.Before(silo.Services);
            pages.Before(silo.Services);
        });
        builder.ConfigureClient(client => client.Services.AddDomainMessages());
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new TestSilo(database, cluster, clock, held, failing, pages);
    }

    /// <summary>Takes a grain out of memory, as a restart would: its next call reads what is stored.</summary>
    public Task Forget(IAddressable grain) => cluster.DeactivateAsync(grain);

    public async ValueTask DisposeAsync()
    {
        await cluster.StopAllSilosAsync();
        await cluster.DisposeAsync();
        await database.DisposeAsync();
    }
}
