using Learning.Silo.Storage;
using Learning.Silo.Storage.Schema;
using Learning.Tests.Databases;

namespace Learning.Tests.Storage;

public sealed class SchemaTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Steps_are_applied_once_and_in_order(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var storage = await StorageUnderTest.OpenAsync(database.Settings);
        var embedded = SchemaScript.Embedded(kind);

        Assert.Equal(0, await Migrator(storage, [.. embedded]).MigrateAsync());
        // 901 needs the table of 900, and comes first in the list.
        SchemaScript[] more = [.. embedded, new(901, "fill", "INSERT INTO later VALUES (7)"), new(900, "later", "CREATE TABLE later (n integer)")];
        Assert.Equal(2, await Migrator(storage, more).MigrateAsync());
        Assert.Equal(0, await Migrator(storage, more).MigrateAsync());

        Assert.Equal(7, await storage.CountAsync("SELECT n FROM later"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_step_that_fails_leaves_the_database_as_it_was(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var storage = await StorageUnderTest.OpenAsync(database.Settings);
        var before = await storage.CountAsync("SELECT count(*) FROM schema_version");

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Migrator(storage,
            [.. SchemaScript.Embedded(kind), new(900, "good", "CREATE TABLE later (n integer)"), new(901, "bad", "INSERT INTO nowhere VALUES (1)")]).MigrateAsync());

        Assert.Equal(before, await storage.CountAsync("SELECT count(*) FROM schema_version"));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => storage.CountAsync("SELECT count(*) FROM later"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_database_of_a_newer_program_is_refused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using (var newer = await StorageUnderTest.OpenAsync(database.Settings))
            await Migrator(newer, [.. SchemaScript.Embedded(kind), new(999, "from-the-future", "CREATE TABLE future (n integer)")]).MigrateAsync();

        var refused = await Assert.ThrowsAsync<SchemaException>(() => StorageUnderTest.OpenAsync(database.Settings));

        Assert.Contains("newer program", refused.Message, StringComparison.Ordinal);
        Assert.Contains("999 (from-the-future)", refused.Message, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_step_changed_after_it_was_applied_is_refused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var storage = await StorageUnderTest.OpenAsync(database.Settings);
        var edited = SchemaScript.Embedded(kind).Select(script => script.Number == 2 ? script with { Sql = script.Sql + "\n-- edited" } : script).ToList();

        var refused = await Assert.ThrowsAsync<SchemaException>(() => Migrator(storage, edited).MigrateAsync());

        Assert.Contains("Step 2 (change-set)", refused.Message, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Several_that_start_at_once_migrate_once(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);

        var opened = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => StorageUnderTest.OpenAsync(database.Settings))));

        Assert.Equal(SchemaScript.Embedded(kind).Count, await opened[0].CountAsync("SELECT count(*) FROM schema_version"));
        await opened[1].WriteAsync("Ө", 1);
        Assert.Equal(1, (await opened[2].ReadAsync("Ө")).State!.Hours);
        foreach (var storage in opened) await storage.DisposeAsync();
    }

    [Fact]
    public void Every_embedded_step_has_a_number_of_its_own()
    {
        foreach (var kind in Enum.GetValues<DatabaseKind>())
            Assert.Equal(["001 grain-states", "002 change-set"], SchemaScript.Embedded(kind).Select(script => $"{script.Number:000} {script.Name}").Take(2));
    }

    private static SchemaMigrator Migrator(StorageUnderTest storage, IReadOnlyList<SchemaScript> scripts) => new(storage.Database, scripts, TimeProvider.System);
}
