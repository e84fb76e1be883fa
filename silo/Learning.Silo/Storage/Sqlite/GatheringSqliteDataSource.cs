using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Learning.Silo.Storage.Sqlite;

/// <summary>
/// The embedded database as Orleans' ADO.NET provider and our own code see it: writes gather on one connection and commit together,
/// reads go through a few others. To be given to the provider with the invariant <see cref="Invariant"/>.
/// </summary>
public sealed class GatheringSqliteDataSource : DbDataSource
{
    /// <summary>The provider's name for SQLite; behind it stands Microsoft.Data.Sqlite.</summary>
    public const string Invariant = "System.Data.SQLite";

    private readonly string connectionString;
    private readonly SqliteConnection writeConnection;
    private readonly WriteThread writer;
    private readonly ReadConnections readers;

    /// <summary>Opens the file, and makes it and its folder when missing.</summary>
    /// <param name="database">Of kind <see cref="DatabaseKind.Sqlite"/>.</param>
    /// <param name="logger">Hears of what no caller can be told.</param>
    /// <exception cref="DatabaseSettingsException">The folder or file can't be made or opened.</exception>
    public GatheringSqliteDataSource(LearningDatabase database, ILogger<GatheringSqliteDataSource> logger)
    {
        if (database.Kind != DatabaseKind.Sqlite) throw new ArgumentException("Only for SQLite.", nameof(database));
        connectionString = database.ConnectionString;
        try
        {
            // Register numbers and phone numbers are in there: nobody else on the machine needs to read them.
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(database.DataFolder);
            else Directory.CreateDirectory(database.DataFolder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            writeConnection = Open("PRAGMA journal_mode = WAL");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new DatabaseSettingsException($"The database in LEARNING_DATA={database.DataFolder} can't be opened: {e.Message}", e);
        }

        writer = new WriteThread(writeConnection, logger);
        readers = new ReadConnections(() => Open("PRAGMA query_only = 1"));
    }

    /// <inheritdoc/>
    public override string ConnectionString => connectionString;

    /// <summary>How many commits were forced to disk since the start; fewer than the writes that were acknowledged.</summary>
    public long Commits => writer.Commits;

    /// <summary>
    /// Runs work inside the next group commit and returns when that is durable. The work runs on the write thread, in a savepoint of its own:
    /// if it throws, nothing of it stays, and only this caller hears of it.
    /// </summary>
    /// <typeparam name="T">What the work answers.</typeparam>
    /// <param name="work">Must neither begin nor end a transaction, nor wait for anything but this connection.</param>
    /// <param name="cancel">Gives up while the work has not begun.</param>
    /// <exception cref="ObjectDisposedException">The database is closed.</exception>
    public Task<T> WriteAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancel = default)
    {
        var request = new WriteWork<T>(work, cancel);
        writer.Add(request);
        return request.Task;
    }

    /// <summary>Runs reads on a connection of their own; a write there fails.</summary>
    /// <typeparam name="T">What the work answers.</typeparam>
    /// <param name="work">Only reads.</param>
    /// <param name="cancel">Gives up waiting for a connection.</param>
    public Task<T> ReadAsync<T>(Func<SqliteConnection, Task<T>> work, CancellationToken cancel = default) =>
        readers.RunAsync((connection, _) => work(connection), cancel);

    /// <summary>Waits until this caller may write on a connection of its own; see <see cref="WriteTurn"/>.</summary>
    /// <param name="cancel">Gives up waiting.</param>
    public Task<WriteTurn> TakeTurnAsync(CancellationToken cancel = default)
    {
        var request = new WriteTurnRequest(cancel);
        writer.Add(request);
        return request.Task;
    }

    /// <summary>A connection for EF Core: an ordinary one that takes its turn before it writes.</summary>
    public SqliteConnection CreateTurnTakingConnection() => new TurnTakingConnection(this, connectionString);

    /// <inheritdoc/>
    protected override DbConnection CreateDbConnection() => new GatheredConnection(this, connectionString);

    /// <summary>Executes a command of the provider: a query on a read connection, anything else inside the next group commit.</summary>
    internal Task<IReadOnlyList<RowSet>> ExecuteAsync(string sql, SqliteParameterCollection parameters, CancellationToken cancel)
    {
        if (SqlText.IsQuery(sql)) return readers.RunAsync((_, prepared) => Task.FromResult(RowSet.ReadAll(prepared, sql, parameters)), cancel);
        return WriteAsync(_ => RowSet.ReadAll(writer.Prepared, sql, parameters), cancel);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!disposing) return;
        writer.Dispose();
        readers.Dispose();
        // EF's connections rest in the driver's pool; the last one to close folds the log into the file.
        using (var pooled = new SqliteConnection(connectionString)) SqliteConnection.ClearPool(pooled);
        writeConnection.Dispose();
    }

    /// <inheritdoc/>
    protected override async ValueTask DisposeAsyncCore() => await Task.Run(() => Dispose(true));

    private SqliteConnection Open(string pragma)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        connection.Open();
        SqlText.MakeDurable(connection);
        using var command = connection.CreateCommand();
        command.CommandText = pragma;
        command.ExecuteNonQuery();
        return connection;
    }
}
