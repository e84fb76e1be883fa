using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Learning.Silo.Storage.Sqlite;

/// <summary>
/// What the provider takes for a connection: opening costs nothing, and its commands go to the data source. It derives from the driver's because the
/// provider checks for that; it never opens a native one.
/// </summary>
internal sealed class GatheredConnection(GatheringSqliteDataSource source, string connectionString) : SqliteConnection(connectionString)
{
    private ConnectionState state = ConnectionState.Closed;

    public override ConnectionState State => state;

    public override string ServerVersion => SQLitePCL.raw.sqlite3_libversion().utf8_to_string();

    public override void Open() => state = ConnectionState.Open;

    public override Task OpenAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Open();
        return Task.CompletedTask;
    }

    public override void Close() => state = ConnectionState.Closed;

    public override SqliteCommand CreateCommand() =>
        throw new NotSupportedException($"Use a connection of {nameof(GatheringSqliteDataSource)}.{nameof(GatheringSqliteDataSource.WriteAsync)} or {nameof(GatheringSqliteDataSource.ReadAsync)}.");

    public override SqliteTransaction BeginTransaction(IsolationLevel isolationLevel, bool deferred) =>
        throw new NotSupportedException($"Every command commits with others; for several together use {nameof(GatheringSqliteDataSource)}.{nameof(GatheringSqliteDataSource.WriteAsync)}.");

    protected override DbCommand CreateDbCommand() => new GatheredCommand(source) { Connection = this };

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => BeginTransaction(isolationLevel, deferred: false);
}
