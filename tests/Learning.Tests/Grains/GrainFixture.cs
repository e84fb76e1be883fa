using Learning.Silo.Storage;

namespace Learning.Tests.Grains;

/// <summary>One silo a kind of database for all grain tests, started when the first test asks. Tests keep apart by their ids.</summary>
public sealed class GrainFixture : IAsyncLifetime
{
    private readonly Dictionary<DatabaseKind, TestSilo> silos = [];

    /// <summary>The silo, its clock back at <see cref="TestSilo.Start"/>.</summary>
    public async Task<TestSilo> On(DatabaseKind kind)
    {
        if (!silos.TryGetValue(kind, out var silo)) silos.Add(kind, silo = await TestSilo.StartAsync(kind));
        silo.Clock.Now = TestSilo.Start;
        return silo;
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var silo in silos.Values) await silo.DisposeAsync();
    }
}
