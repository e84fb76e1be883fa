using System.Text.Json.Nodes;
using CsCheck;
using Learning.Grains.State;
using Learning.Silo.Changes;
using Learning.Silo.Storage;
using Learning.Tests.Architecture;
using Learning.Tests.Databases;

namespace Learning.Tests.Storage;

public sealed class ChangeSetTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_grain_written_a_hundred_times_stands_in_the_set_once_with_its_newest_version(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var storage = await StorageUnderTest.OpenAsync(database.Settings);

        for (var i = 0; i < 100; i++) await storage.WriteAsync("Өмнөговь/1", i);

        var change = Assert.Single(await AllChanges(storage));
        Assert.Equal((StorageUnderTest.State, "Өмнөговь/1", 100), (change.StateName, change.Key, change.Version));
        Assert.Equal(1, await storage.Changes.Count());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_page_is_a_change_of_its_session_in_the_slot_of_its_session(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var storage = await StorageUnderTest.OpenAsync(database.Settings);
        string[] sessions = [.. Enumerable.Range(0, 40).Select(i => $"01k0өмнөговь{i}/1")];
        foreach (var session in sessions) await storage.WriteAsync(session, 1, "session");
        foreach (var slot in Enumerable.Range(0, await storage.Changes.Slots())) await storage.Changes.Done(slot, await storage.Changes.Take(slot, 1000));

        foreach (var session in sessions)
            foreach (var page in (string[])["#00000000", "#00000001"])
                await storage.WriteAsync(session + page, 1, "sessionpage");

        var seen = new List<string>();
        for (var slot = 0; slot < await storage.Changes.Slots(); slot++)
            foreach (var change in await storage.Changes.Take(slot, 1000))
            {
                Assert.Equal(("session", StoredKey.Slot(change.Key, await storage.Changes.Slots())), (change.StateName, slot));
                seen.Add(change.Key);
            }

        Assert.Equal(sessions.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    [Theory, OnPostgres]
    public async Task A_mark_that_is_just_being_made_anew_keeps_nobody_waiting_and_stays(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var storage = await StorageUnderTest.OpenAsync(database.Settings);
        foreach (var key in (string[])["x", "y", "z"]) await storage.WriteAsync(key, 1);
        await storage.Database.WriteAsync((connection, cancel) => connection.ExecuteAsync("UPDATE change_set SET slot = 0", [], cancel));
        var taken = await storage.Changes.Take(0, 10);
        Assert.Equal(3, taken.Count);

        // Both are being written once more, and then are not.
        await using (var other = new Npgsql.NpgsqlConnection(database.Settings.ConnectionString))
        {
            await other.OpenAsync();
            await using var writing = await other.BeginTransactionAsync();
            await other.ExecuteAsync("UPDATE OrleansStorage SET Version = 2 WHERE GrainIdExtensionString IN ('y', 'z')", [], default);
            await storage.Changes.Done(0, taken);
            Assert.Equal(["y", "z"], (await storage.Changes.Take(0, 10)).Select(c => c.Key).Order(StringComparer.Ordinal));
            await writing.RollbackAsync();
        }

        await storage.Changes.Done(0, taken);
        Assert.Equal(0, await storage.Changes.Count());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Keys_which_nothing_projects_are_no_change(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var storage = await StorageUnderTest.OpenAsync(database.Settings);

        foreach (var state in GrainStates.All.Select(s => s.Name).Distinct().Except(["sessionpage"])) await storage.WriteAsync("Өмнөговь/1", 1, state);

        Assert.Equal(
            GrainStates.All.Select(s => s.Name).Except(["sessionpage", "badge", "identitykey"]).Order(StringComparer.Ordinal),
            (await AllChanges(storage)).Select(c => c.StateName).Order(StringComparer.Ordinal));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Done_keeps_what_was_written_again_since_it_was_taken(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var storage = await StorageUnderTest.OpenAsync(database.Settings);
        foreach (var key in (string[])["a", "7", "Ү"]) await storage.WriteAsync(key, 1);
        var taken = await AllChanges(storage);
        await storage.WriteAsync("7", 2);

        foreach (var slot in Enumerable.Range(0, await storage.Changes.Slots())) await storage.Changes.Done(slot, taken);

        var left = Assert.Single(await AllChanges(storage));
        Assert.Equal(("7", 2), (left.Key, left.Version));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Marking_all_beats_a_Done_of_before(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var storage = await StorageUnderTest.OpenAsync(database.Settings);
        foreach (var key in (string[])["a", "7", "Ү"]) await storage.WriteAsync(key, 1);
        var taken = await AllChanges(storage);

        Assert.Equal(3, await storage.Changes.MarkAll());
        await storage.Changes.Done(0, taken);

        Assert.Equal(3, await storage.Changes.Count());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Marking_all_finds_every_state_over_many_pages(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var storage = await StorageUnderTest.OpenAsync(database.Settings);
        const int States = 12_345;
        await storage.Database.WriteAsync((connection, cancel) => connection.ExecuteAsync(
            $"""
             WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {States})
             INSERT INTO OrleansStorage (GrainTypeString, GrainIdExtensionString, GrainIdN0, GrainIdN1, ServiceId, GrainIdHash, GrainTypeHash, Version, ModifiedOn)
             SELECT CASE WHEN i % 3 = 0 THEN 'session' ELSE 'trainee' END, 'Ө' || CAST(i AS text), 0, 0, 'learning', i, 1, 1, {(kind == DatabaseKind.Sqlite ? "''" : "now()")} FROM n
             """, [], cancel));
        await storage.Database.WriteAsync((connection, cancel) => connection.ExecuteAsync("DELETE FROM change_set", [], cancel));

        Assert.Equal(States, await storage.Changes.MarkAll());

        Assert.Equal(States, await storage.Changes.Count());
        Assert.Equal(States / 3, (await AllChanges(storage)).Count(c => c.StateName == "session"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_waits_longest_comes_first_however_often_others_are_rewritten(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var storage = await StorageUnderTest.OpenAsync(database.Settings);
        await storage.Database.WriteAsync((connection, cancel) => connection.ExecuteAsync("UPDATE setting SET value = 1 WHERE name = 'slots'", [], cancel));
        foreach (var key in (string[])["z", "y", "x"]) await storage.WriteAsync(key, 1);
        await storage.WriteAsync("z", 2);
        await storage.WriteAsync("x", 2);

        Assert.Equal(["z", "y"], (await storage.Changes.Take(0, 2)).Select(c => c.Key));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_grain_is_always_in_the_slot_that_the_hint_names(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var storage = await StorageUnderTest.OpenAsync(database.Settings);
        const int Slots = 5;
        await storage.Database.WriteAsync((connection, cancel) => connection.ExecuteAsync($"UPDATE setting SET value = {Slots} WHERE name = 'slots'", [], cancel));
        Assert.Equal(Slots, await storage.Changes.Slots());
        var hinted = new Dictionary<string, int>();

        foreach (var key in (string[])["7", "a", "Ө", "Үүр", "MN64", "MN6416", "=x", "0123456789abcdef0123456789abcdef", "x/1", "x/2", "x/3"])
        {
            void Note(int slot) => hinted[key] = slot;
            storage.Hint.Written += Note;
            await storage.WriteAsync(key, 1);
            storage.Hint.Written -= Note;
        }

        var inSet = new Dictionary<string, int>();
        for (var slot = 0; slot < Slots; slot++)
            foreach (var change in await storage.Changes.Take(slot, 100)) inSet.Add(change.Key, slot);
        Assert.Equal(hinted, inSet);
        Assert.True(inSet.Values.Distinct().Count() > 1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_waiting_projector_is_woken_by_a_write(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var storage = await StorageUnderTest.OpenAsync(database.Settings);
        await storage.Database.WriteAsync((connection, cancel) => connection.ExecuteAsync("UPDATE setting SET value = 1 WHERE name = 'slots'", [], cancel));
        var waiting = storage.Hint.WaitAsync(0, TimeSpan.FromMinutes(1), CancellationToken.None);
        Assert.False(waiting.IsCompleted);

        await storage.WriteAsync("a", 1);

        Assert.True(await waiting);
        Assert.False(await storage.Hint.WaitAsync(0, TimeSpan.FromMilliseconds(1), CancellationToken.None));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Hints_are_counted_until_somebody_has_waited(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var storage = await StorageUnderTest.OpenAsync(database.Settings);
        await storage.Database.WriteAsync((connection, cancel) => connection.ExecuteAsync("UPDATE setting SET value = 1 WHERE name = 'slots'", [], cancel));
        Assert.Equal(0, storage.Hint.Count(0));

        foreach (var key in (string[])["a", "b", "Ө"]) await storage.WriteAsync(key, 1);
        Assert.Equal(3, storage.Hint.Count(0));
        for (var i = 0; i < 40; i++) await storage.WriteAsync($"c{i}", 1);
        Assert.Equal(16, storage.Hint.Count(0));

        Assert.True(await storage.Hint.WaitAsync(0, TimeSpan.FromMinutes(1), CancellationToken.None));
        Assert.Equal(0, storage.Hint.Count(0));
    }

    /// <summary>Writes, takes and dones in any order: what the projector has seen, together with what is left, is every newest version.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Nothing_escapes_the_projector(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var storage = await StorageUnderTest.OpenAsync(database.Settings);
        var slots = await storage.Changes.Slots();
        await Gen.Select(Gen.Int[0, 3], Gen.Int[0, 7]).Array[1, 30].SampleAsync(
            async steps =>
            {
                var prefix = Guid.NewGuid().ToString("N")[..8] + "Ө";
                var written = new Dictionary<string, int>();
                var projected = new Dictionary<string, int>();
                var taken = new List<(int Slot, IReadOnlyList<Learning.Silo.Changes.Change> Changes)>();
                foreach (var (what, which) in steps)
                {
                    switch (what)
                    {
                        case 0 or 1:
                            var key = prefix + which;
                            await storage.WriteAsync(key, which);
                            written[key] = written.GetValueOrDefault(key) + 1;
                            break;
                        case 2:
                            var slot = which % slots;
                            taken.Add((slot, await storage.Changes.Take(slot, 2)));
                            break;
                        case 3 when taken.Count > 0:
                            var batch = taken[which % taken.Count];
                            taken.Remove(batch);
                            foreach (var change in batch.Changes.Where(c => c.Key.StartsWith(prefix, StringComparison.Ordinal)))
                                projected[change.Key] = Math.Max(projected.GetValueOrDefault(change.Key), change.Version);
                            await storage.Changes.Done(batch.Slot, batch.Changes);
                            break;
                    }
                }

                foreach (var change in (await AllChanges(storage)).Where(c => c.Key.StartsWith(prefix, StringComparison.Ordinal))) projected[change.Key] = change.Version;
                Assert.Equal(written.OrderBy(p => p.Key), projected.OrderBy(p => p.Key));
            },
            iter: kind == DatabaseKind.Sqlite ? 60 : 20, threads: 1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Pages_of_states_follow_each_other_in_key_order_without_gap(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var storage = await StorageUnderTest.OpenAsync(database.Settings);
        string[] keys = ["Ү", "q", "Ө", "z", "б", "7", "MN"];
        foreach (var key in keys) await storage.WriteAsync(key, 1);
        await storage.WriteAsync("other", 1, "other");
        await storage.ClearAsync("z", await storage.ReadAsync("z"));

        var paged = new List<string>();
        for (string? after = null; ; after = paged[^1])
        {
            var page = await storage.States.Page(StorageUnderTest.State, after, 3);
            paged.AddRange(page.Select(s => s.Key));
            if (page.Count < 3) break;
        }

        // "7" is stored as "=7", which stands before the letters; the rest in the order of their UTF-8 bytes.
        Assert.Equal(["7", "MN", "q", "z", "б", "Ү", "Ө"], paged);
        // "z" was cleared.
        Assert.Equal(paged.Where(k => k != "z"), await storage.States.All(StorageUnderTest.State, GrainStateJson.Of<JsonObject>()).Select(s => s.Key).ToListAsync());
        Assert.Equal(keys.Length, await storage.States.Count(StorageUnderTest.State));
        Assert.Null(Assert.Single(await storage.States.Read(StorageUnderTest.State, ["z"])).Json);
    }

    private static async Task<List<Learning.Silo.Changes.Change>> AllChanges(StorageUnderTest storage)
    {
        var all = new List<Learning.Silo.Changes.Change>();
        for (var slot = await storage.Changes.Slots() - 1; slot >= 0; slot--) all.AddRange(await storage.Changes.Take(slot, 100_000));
        return all;
    }
}
