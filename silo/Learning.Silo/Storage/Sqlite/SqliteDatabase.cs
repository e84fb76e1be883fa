using System.Data.Common;

namespace Learning.Silo.Storage.Sqlite;

/// <inheritdoc/>
/// <param name="source">The embedded file.</param>
public sealed class SqliteDatabase(GatheringSqliteDataSource source) : IDatabase
{
    /// <inheritdoc/>
    public DatabaseKind Kind => DatabaseKind.Sqlite;

    /// <inheritdoc/>
    public Task<T> ReadAsync<T>(Func<DbConnection, CancellationToken, Task<T>> work, CancellationToken cancel = default) =>
        source.ReadAsync(connection => work(connection, cancel), cancel);

    /// <inheritdoc/>
    /// <remarks>The driver's tasks are complete when they are returned, so nothing is waited for here.</remarks>
    public Task<T> WriteAsync<T>(Func<DbConnection, CancellationToken, Task<T>> work, CancellationToken cancel = default) =>
        source.WriteAsync(connection => work(connection, cancel).GetAwaiter().GetResult(), cancel);
}
