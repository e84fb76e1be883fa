using Learning.Silo.Storage;
using Learning.Tests.Databases;
using Orleans.Storage;

namespace Learning.Tests.Storage;

public sealed class GrainStateTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Of_forty_concurrent_first_writes_one_wins_and_one_row_is_there(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var storage = await StorageUnderTest.OpenAsync(database.Settings);

        var writes = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Refused(storage.WriteAsync("Дархан/1", new GrainState<Attendance>(new("Үүрийнтуяа", i))))));

        Assert.Single(writes, refused => !refused);
        Assert.Equal(1, await storage.CountAsync("SELECT count(*) FROM OrleansStorage"));
        var read = await storage.ReadAsync("Дархан/1");
        Assert.Equal("1", read.ETag);
        Assert.Equal(Array.IndexOf(writes, false), read.State!.Hours);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_stale_version_is_refused_and_changes_nothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var storage = await StorageUnderTest.OpenAsync(database.Settings);
        await storage.WriteAsync("a", 1);
        var stale = await storage.ReadAsync("a");
        await storage.WriteAsync("a", 2);

        stale.State = new("stale", 99);
        await Assert.ThrowsAsync<InconsistentStateException>(() => storage.WriteAsync("a", stale));
        await Assert.ThrowsAsync<InconsistentStateException>(() => storage.ClearAsync("a", stale));

        var read = await storage.ReadAsync("a");
        Assert.Equal(new Attendance("Өлзий", 2), read.State);
        Assert.Equal("2", read.ETag);
    }

    /// <summary>New ones and changed ones that queued up while the database was busy: what one of them did wrong is not the others'.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task States_written_together_are_each_stored_or_refused_by_themselves(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var storage = await StorageUnderTest.OpenAsync(database.Settings);
        foreach (var wrong in (string[])["", "new", "changed", "new changed"])
        {
            string[] changed = [.. Enumerable.Range(0, 10).Select(i => $"Үүр{i} {wrong}")], added = [.. Enumerable.Range(0, 10).Select(i => $"Өлзий{i} {wrong}")];
            foreach (var key in changed) await storage.WriteAsync(key, 1);
            var grains = new Dictionary<string, GrainState<Attendance>>();
            foreach (var key in changed) grains[key] = await storage.ReadAsync(key);
            foreach (var key in added) grains[key] = new GrainState<Attendance>(new Attendance());
            // Somebody else was quicker.
            string[] refused = [.. wrong.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w == "new" ? added[4] : changed[4])];
            foreach (var key in refused) await storage.WriteAsync(key, 5);

            var (busy, free) = (new TaskCompletionSource(), new TaskCompletionSource());
            var before = storage.Database.WriteAsync(async (connection, cancel) =>
            {
                if (kind == DatabaseKind.Postgres) await connection.ExecuteAsync("LOCK TABLE OrleansStorage IN EXCLUSIVE MODE", [], cancel);
                busy.SetResult();
                await free.Task;
                return true;
            });
            await busy.Task;
            var writes = grains.Select(g =>
            {
                g.Value.State = new Attendance("Номин", 9);
                return (g.Key, Refused: Refused(storage.WriteAsync(g.Key, g.Value)));
            }).ToList();
            free.SetResult();
            await before;

            foreach (var (key, isRefused) in writes)
            {
                Assert.Equal((key, refused.Contains(key)), (key, await isRefused));
                var read = await storage.ReadAsync(key);
                var isNew = added.Contains(key);
                Assert.Equal(refused.Contains(key) ? new Attendance("Өлзий", 5) : new Attendance("Номин", 9), read.State);
                Assert.Equal(isNew ? "1" : "2", read.ETag);
                if (!refused.Contains(key)) Assert.Equal(read.ETag, grains[key].ETag);
            }
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_version_for_a_row_that_is_not_there_is_refused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var storage = await StorageUnderTest.OpenAsync(database.Settings);

        await Assert.ThrowsAsync<InconsistentStateException>(() => storage.WriteAsync("a", new GrainState<Attendance>(new("a", 1)) { ETag = "3" }));

        Assert.Equal(0, await storage.CountAsync("SELECT count(*) FROM OrleansStorage"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_cleared_state_keeps_its_version_so_that_nobody_brings_it_back(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var storage = await StorageUnderTest.OpenAsync(database.Settings);
        await storage.WriteAsync("a", 1);
        var stale = await storage.ReadAsync("a");
        var clearing = await storage.ReadAsync("a");

        await storage.ClearAsync("a", clearing);

        Assert.Equal("2", clearing.ETag);
        Assert.Equal(new Attendance(), (await storage.ReadAsync("a")).State);
        await Assert.ThrowsAsync<InconsistentStateException>(() => storage.WriteAsync("a", stale));
        await storage.WriteAsync("a", 5);
        Assert.Equal("3", (await storage.ReadAsync("a")).ETag);
    }

    /// <summary>The provider reads keys as numbers where it can: "7" and "007", "ab" and "AB", "7+x" and "07+x" would share a row.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Every_key_has_a_row_of_its_own(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var storage = await StorageUnderTest.OpenAsync(database.Settings);
        string[] keys =
        [
            "7", "07", "007", "ab", "AB", "7+x", "07+x", "x", "=", "=7", "==7", "ө", "Ө", "Өлзий", "Ү", "ҮҮ", "ab+Ө", "MN6416", "cohort/12", "0", "-1", " 7", "a b", "’;--",
            "0123456789abcdef0123456789abcdef", "0123456789ABCDEF0123456789ABCDEF", "01234567-89ab-cdef-0123-456789abcdef",
            new string('Ө', 511), new string('Ү', 511), new string('f', 64), new string('F', 64),
        ];

        await Task.WhenAll(keys.Select((key, i) => storage.WriteAsync(key, i)));

        Assert.Equal(keys.Length, await storage.CountAsync("SELECT count(*) FROM OrleansStorage"));
        for (var i = 0; i < keys.Length; i++) Assert.Equal((keys[i], i), (keys[i], (await storage.ReadAsync(keys[i])).State!.Hours));
        Assert.Equal(keys.Order(StringComparer.Ordinal), (await storage.States.Read(StorageUnderTest.State, keys)).Select(s => s.Key).Order(StringComparer.Ordinal));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_key_that_is_too_long_is_refused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var storage = await StorageUnderTest.OpenAsync(database.Settings);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => storage.WriteAsync(new string('Ө', 513), 1));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_states_of_one_key_do_not_meet(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var storage = await StorageUnderTest.OpenAsync(database.Settings);

        await storage.WriteAsync("a", 1, "session");
        await storage.WriteAsync("a", 2, "trainee");

        Assert.Equal(1, (await storage.ReadAsync("a", "session")).State!.Hours);
        Assert.Equal(2, (await storage.ReadAsync("a", "trainee")).State!.Hours);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_state_is_stored_as_readable_utf8(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var storage = await StorageUnderTest.OpenAsync(database.Settings);
        await storage.WriteAsync("a", 4);

        var state = Assert.Single(await storage.States.Read(StorageUnderTest.State, ["a", "never written"]));

        Assert.Equal("""{"name":"Өлзий","hours":4}"""u8.ToArray(), state.Json!.Value.ToArray());
        Assert.Equal(1, state.Version);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_written_is_there_after_a_restart(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using (var storage = await StorageUnderTest.OpenAsync(database.Settings)) await storage.WriteAsync("Ө", 3);

        await using var again = await StorageUnderTest.OpenAsync(database.Settings);

        Assert.Equal(new Attendance("Өлзий", 3), (await again.ReadAsync("Ө")).State);
    }

    private static async Task<bool> Refused(Task write)
    {
        try
        {
            await write;
            return false;
        }
        catch (InconsistentStateException)
        {
            return true;
        }
    }
}
