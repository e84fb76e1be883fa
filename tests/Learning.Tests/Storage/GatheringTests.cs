using Learning.Silo.Storage;
using Learning.Silo.Storage.Sqlite;
using Learning.Tests.Databases;
using Microsoft.Data.Sqlite;

namespace Learning.Tests.Storage;

public sealed class GatheringTests
{
    [Fact]
    public async Task Writes_that_queue_up_share_a_commit()
    {
        await using var opened = await OpenAsync();
        var source = opened.Storage.Sqlite;
        using var gate = new ManualResetEventSlim();
        var first = source.WriteAsync(_ => gate.Wait(TimeSpan.FromSeconds(30)));
        var commits = source.Commits;

        var writes = Enumerable.Range(0, 300).Select(i => Insert(source, i)).ToList();
        gate.Set();
        await Task.WhenAll(writes);

        Assert.True(await first);
        Assert.Equal(commits + 1, source.Commits);
        Assert.Equal(300, await opened.Storage.CountAsync("SELECT count(*) FROM mark"));
    }

    [Fact]
    public async Task A_failing_statement_fails_only_its_caller()
    {
        await using var opened = await OpenAsync();
        var source = opened.Storage.Sqlite;
        using var gate = new ManualResetEventSlim();
        var first = source.WriteAsync(_ => gate.Wait(TimeSpan.FromSeconds(30)));

        // Every third inserts a row of its own first and then one that is there already: neither may stay.
        var writes = Enumerable.Range(1, 60).Select(i => i % 3 == 0
            ? source.WriteAsync(connection => Execute(connection, $"INSERT INTO mark VALUES ({1000 + i})") + Execute(connection, "INSERT INTO mark VALUES (1)"))
            : Insert(source, i)).ToList();
        gate.Set();
        await first;

        for (var i = 1; i <= 60; i++)
        {
            if (i % 3 == 0) Assert.Equal(19, (await Assert.ThrowsAsync<SqliteException>(() => writes[i - 1])).SqliteErrorCode);
            else Assert.Equal(1, await writes[i - 1]);
        }

        Assert.Equal(40, await opened.Storage.CountAsync("SELECT count(*) FROM mark"));
        Assert.Equal(0, await opened.Storage.CountAsync("SELECT count(*) FROM mark WHERE id > 1000"));
    }

    [Fact]
    public async Task A_failing_commit_fails_exactly_those_in_it()
    {
        await using var opened = await OpenAsync();
        var source = opened.Storage.Sqlite;
        await source.WriteAsync(connection => Execute(connection, "CREATE TABLE child (id INTEGER REFERENCES mark (id) DEFERRABLE INITIALLY DEFERRED)"));
        await Insert(source, 1);
        using var gate = new ManualResetEventSlim();
        var together = source.WriteAsync(_ => gate.Wait(TimeSpan.FromSeconds(30)));
        // A deferred foreign key is looked at by COMMIT, after every statement succeeded.
        var good = Insert(source, 2);
        var bad = source.WriteAsync(connection => Execute(connection, "INSERT INTO child VALUES (99)"));
        gate.Set();

        await Assert.ThrowsAsync<SqliteException>(() => together);
        await Assert.ThrowsAsync<SqliteException>(() => good);
        await Assert.ThrowsAsync<SqliteException>(() => bad);
        await Insert(source, 3);

        Assert.Equal(4, await opened.Storage.CountAsync("SELECT sum(id) FROM mark"));
        Assert.Equal(0, await opened.Storage.CountAsync("SELECT count(*) FROM child"));
    }

    [Fact]
    public async Task Work_that_ends_the_transaction_takes_the_batch_with_it_and_nothing_else()
    {
        await using var opened = await OpenAsync();
        var source = opened.Storage.Sqlite;
        using var gate = new ManualResetEventSlim();
        var together = source.WriteAsync(connection => gate.Wait(TimeSpan.FromSeconds(30)) ? Execute(connection, "INSERT INTO mark VALUES (1)") : 0);
        var rude = source.WriteAsync(connection => Execute(connection, "ROLLBACK"));
        var later = Insert(source, 2);
        gate.Set();

        await Assert.ThrowsAsync<InvalidOperationException>(() => together);
        await Assert.ThrowsAsync<InvalidOperationException>(() => rude);
        Assert.Equal(1, await later);

        Assert.Equal(2, await opened.Storage.CountAsync("SELECT sum(id) FROM mark"));
    }

    [Fact]
    public async Task What_was_cancelled_while_it_waited_is_not_done()
    {
        await using var opened = await OpenAsync();
        var source = opened.Storage.Sqlite;
        using var gate = new ManualResetEventSlim();
        using var cancel = new CancellationTokenSource();
        var first = source.WriteAsync(_ => gate.Wait(TimeSpan.FromSeconds(30)));
        var cancelled = source.WriteAsync(connection => Execute(connection, "INSERT INTO mark VALUES (1)"), cancel.Token);
        await cancel.CancelAsync();
        gate.Set();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);

        Assert.True(await first);
        Assert.Equal(0, await opened.Storage.CountAsync("SELECT count(*) FROM mark"));
    }

    [Fact]
    public async Task Closing_finishes_what_is_queued_and_refuses_what_comes_later()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        GatheringSqliteDataSource source;
        Task<int>[] writes;
        await using (var storage = await StorageUnderTest.OpenAsync(database.Settings))
        {
            source = storage.Sqlite;
            await source.WriteAsync(connection => Execute(connection, "CREATE TABLE mark (id INTEGER PRIMARY KEY)"));
            writes = Enumerable.Range(0, 5000).Select(i => Insert(source, i)).ToArray();
        }

        Assert.All(writes, write => Assert.True(write.IsCompletedSuccessfully));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Insert(source, 5000));
        Assert.False(File.Exists(Path.Combine(database.Settings.DataFolder, LearningDatabase.FileName + "-wal")));
        await using var again = await StorageUnderTest.OpenAsync(database.Settings);
        Assert.Equal(5000, await again.CountAsync("SELECT count(*) FROM mark"));
    }

    [Fact]
    public async Task Every_connection_forces_its_commits_to_disk()
    {
        await using var opened = await OpenAsync();
        var source = opened.Storage.Sqlite;
        using var entity = source.CreateTurnTakingConnection();
        await entity.OpenAsync();

        Assert.Equal((2L, "wal", 1L), await source.WriteAsync(Settings));
        Assert.Equal((2L, "wal", 1L), await source.ReadAsync(connection => Task.FromResult(Settings(connection))));
        Assert.Equal((2L, "wal", 1L), Settings(entity));

        static (long, string, long) Settings(SqliteConnection connection) =>
            ((long)Scalar(connection, "PRAGMA synchronous"), (string)Scalar(connection, "PRAGMA journal_mode"), (long)Scalar(connection, "PRAGMA foreign_keys"));
    }

    [Fact]
    public async Task A_read_connection_refuses_to_write()
    {
        await using var opened = await OpenAsync();

        await Assert.ThrowsAsync<SqliteException>(() => opened.Storage.Sqlite.ReadAsync(connection => Task.FromResult(Execute(connection, "INSERT INTO mark VALUES (1)"))));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Work_that_throws_leaves_nothing_behind(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var storage = await StorageUnderTest.OpenAsync(database.Settings);

        await Assert.ThrowsAsync<InvalidDataException>(() => storage.Database.WriteAsync<int>(async (connection, cancel) =>
        {
            await connection.ExecuteAsync("INSERT INTO setting VALUES ('Ө', 1)", [], cancel);
            throw new InvalidDataException();
        }));
        await storage.Database.WriteAsync((connection, cancel) => connection.ExecuteAsync("INSERT INTO setting VALUES (@name, @value)", [("name", "Ү"), ("value", 2)], cancel));

        Assert.Equal(0, await storage.CountAsync("SELECT count(*) FROM setting WHERE name = 'Ө'"));
        Assert.Equal(2, await storage.CountAsync("SELECT value FROM setting WHERE name = 'Ү'"));
    }

    private static Task<int> Insert(GatheringSqliteDataSource source, int id) => source.WriteAsync(connection => Execute(connection, $"INSERT INTO mark VALUES ({id})"));

    private static int Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    private static object Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()!;
    }

    private static async Task<Opened> OpenAsync()
    {
        var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var storage = await StorageUnderTest.OpenAsync(database.Settings);
        await storage.Sqlite.WriteAsync(connection => Execute(connection, "CREATE TABLE mark (id INTEGER PRIMARY KEY)"));
        return new(database, storage);
    }

    private sealed record Opened(TestDatabase Database, StorageUnderTest Storage) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Storage.DisposeAsync();
            await Database.DisposeAsync();
        }
    }
}
