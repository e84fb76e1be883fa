using Learning.Silo.Storage;
using Learning.Tests.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Learning.Tests.Storage;

public sealed class EntityFrameworkTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task It_writes_beside_a_storm_of_grain_writes_and_neither_fails(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var storage = await OpenAsync(database);
        using var over = new CancellationTokenSource();
        var storm = Enumerable.Range(0, 32).Select(i => Task.Run(async () =>
        {
            var written = 0;
            var grain = await storage.ReadAsync($"Ө{i}");
            for (; !over.IsCancellationRequested || written == 0; written++)
            {
                grain.State = new("storm", written);
                await storage.WriteAsync($"Ө{i}", grain);
            }

            return (long)written;
        })).ToList();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(w => Task.Run(async () =>
        {
            for (var i = 0; i < 25; i++)
            {
                await using var context = await Context(storage);
                context.Add(new Note { Text = $"Үг {w}/{i}" });
                if (i % 2 == 0) await context.SaveChangesAsync();
                else context.SaveChanges();
                await context.Notes.Where(n => n.Text == $"Үг {w}/{i}").ExecuteUpdateAsync(set => set.SetProperty(n => n.Text, n => n.Text + "!"));
            }
        })));
        await over.CancelAsync();
        var written = await Task.WhenAll(storm);

        Assert.Equal(100, await storage.CountAsync("SELECT count(*) FROM note WHERE text LIKE '%!'"));
        Assert.Equal(written.Sum(), await storage.CountAsync("SELECT sum(version) FROM OrleansStorage"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_transaction_of_its_own_is_all_or_nothing_and_gives_the_turn_back(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var storage = await OpenAsync(database);

        await using (var context = await Context(storage))
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            context.Add(new Note { Text = "committed" });
            await context.SaveChangesAsync();
            context.Add(new Note { Text = "Ү" });
            await context.SaveChangesAsync();
            await transaction.CommitAsync();
        }

        // Never ended: the context is disposed with an open transaction.
        await using (var context = await Context(storage))
        {
            await context.Database.BeginTransactionAsync();
            context.Add(new Note { Text = "abandoned" });
            await context.SaveChangesAsync();
        }

        await storage.WriteAsync("a", 1).WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(2, await storage.CountAsync("SELECT count(*) FROM note"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_save_that_fails_gives_the_turn_back(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var storage = await OpenAsync(database);
        for (var i = 0; i < 3; i++)
        {
            await using var context = await Context(storage);
            context.Add(new Note { Text = "twice" });
            if (i == 0) await context.SaveChangesAsync();
            else await Assert.ThrowsAsync<DbUpdateException>(() => context.SaveChangesAsync());
        }

        await storage.WriteAsync("a", 1).WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(1, await storage.CountAsync("SELECT count(*) FROM note"));
    }

    [Fact]
    public async Task While_it_writes_grain_writes_wait_and_then_go_on()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var storage = await OpenAsync(database);
        await using var context = await Context(storage);
        Assert.Equal("TurnTakingConnection", context.Database.GetDbConnection().GetType().Name);
        await using var transaction = await context.Database.BeginTransactionAsync();
        context.Add(new Note { Text = "first" });
        await context.SaveChangesAsync();

        var write = storage.WriteAsync("a", new GrainState<Attendance>(new("a", 1)));
        Assert.Equal(0, await storage.CountAsync("SELECT count(*) FROM note"));
        Assert.False(write.IsCompleted);
        await transaction.CommitAsync();

        await write;
        Assert.Equal(1, await storage.CountAsync("SELECT count(*) FROM note"));
    }

    private static async Task<StorageUnderTest> OpenAsync(TestDatabase database)
    {
        var storage = await StorageUnderTest.OpenAsync(database.Settings, services =>
            services.AddDbContextFactory<NotesContext>((provider, options) => options.UseLearningDatabase(provider)));
        var id = database.Settings.Kind == DatabaseKind.Sqlite ? "INTEGER PRIMARY KEY" : "bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY";
        await storage.Database.WriteAsync((connection, cancel) => connection.ExecuteAsync($"CREATE TABLE note (id {id}, text text NOT NULL UNIQUE)", [], cancel));
        return storage;
    }

    private static Task<NotesContext> Context(StorageUnderTest storage) => storage.Services.GetRequiredService<IDbContextFactory<NotesContext>>().CreateDbContextAsync();
}
