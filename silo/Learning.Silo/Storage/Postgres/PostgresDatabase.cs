using System.Data.Common;
using Npgsql;

namespace Learning.Silo.Storage.Postgres;

/// <inheritdoc/>
/// <param name="source">The server.</param>
public sealed class PostgresDatabase(NpgsqlDataSource source) : IDatabase
{
    /// <inheritdoc/>
    public DatabaseKind Kind => DatabaseKind.Postgres;

    /// <inheritdoc/>
    public async Task<T> ReadAsync<T>(Func<DbConnection, CancellationToken, Task<T>> work, CancellationToken cancel = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        return await work(connection, cancel);
    }

    /// <inheritdoc/>
    public async Task<T> WriteAsync<T>(Func<DbConnection, CancellationToken, Task<T>> work, CancellationToken cancel = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var answer = await work(connection, cancel);
        // Not cancellable: a commit that is on its way may succeed.
        await transaction.CommitAsync(CancellationToken.None);
        return answer;
    }
}
