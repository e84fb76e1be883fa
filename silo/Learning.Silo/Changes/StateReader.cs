using System.Data.Common;
using Learning.Silo.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Learning.Silo.Changes;

/// <inheritdoc/>
/// <param name="database">Where the states are.</param>
internal sealed class StateReader([FromKeyedServices(DatabaseUse.Projections)] IDatabase database) : IStateReader
{
    private const string Row = "SELECT GrainTypeString, GrainIdExtensionString, Version, PayloadBinary FROM";
    private const string Columns = $"{Row} OrleansStorage WHERE GrainTypeString = @name";

    public async Task<IReadOnlyList<StoredState>> Read(string stateName, IReadOnlyCollection<string> keys, CancellationToken cancel = default)
    {
        if (keys.Count == 0) return [];
        return await database.ReadAsync((connection, stop) => connection.RowsAsync(
            $"{Columns} AND {IdList.Among(database.Kind, "GrainIdExtensionString")}", [("name", stateName), IdList.Of(database.Kind, keys.Select(StoredKey.Of))], State, stop), cancel);
    }

    public async Task<IReadOnlyList<StoredState>> Parts(string stateName, IReadOnlyCollection<string> grains, char separator, CancellationToken cancel = default)
    {
        if (grains.Count == 0) return [];
        // Keys are in the order of their bytes: a grain's parts stand together, before the next character after the separator.
        const string Range = "GrainTypeString = @name AND GrainIdExtensionString > value || @separator AND GrainIdExtensionString < value || @after";
        // PostgreSQL would read all parts of all grains and compare; ordered, each grain's are looked up by themselves.
        var parts = database.Kind == DatabaseKind.Sqlite
            ? $"{Row} json_each(@ids) CROSS JOIN OrleansStorage WHERE {Range}"
            : $"{Row} unnest(@ids) AS g (value) CROSS JOIN LATERAL (SELECT * FROM OrleansStorage WHERE {Range} ORDER BY GrainIdExtensionString) s";
        return await database.ReadAsync((connection, stop) => connection.RowsAsync(
            parts, [("name", stateName), IdList.Of(database.Kind, grains.Select(StoredKey.Of)), ("separator", $"{separator}"), ("after", $"{(char)(separator + 1)}")], State, stop), cancel);
    }

    public async Task<IReadOnlyList<StoredState>> Page(string stateName, string? after, int limit, CancellationToken cancel = default) =>
        await database.ReadAsync((connection, stop) => connection.RowsAsync(
            $"{Columns} AND GrainIdExtensionString > @after ORDER BY GrainIdExtensionString LIMIT @limit",
            [("name", stateName), ("after", after is null ? "" : StoredKey.Of(after)), ("limit", limit)], State, stop), cancel);

    public Task<long> Count(string stateName, CancellationToken cancel = default) => database.ReadAsync(async (connection, stop) =>
        (await connection.RowsAsync("SELECT count(*) FROM OrleansStorage WHERE GrainTypeString = @name", [("name", stateName)], row => row.GetInt64(0), stop))[0], cancel);

    private static StoredState State(DbDataReader row) => new(
        row.GetString(0), StoredKey.Key(row.GetString(1)), row.GetInt32(2), row.IsDBNull(3) ? null : (ReadOnlyMemory<byte>?)row.GetFieldValue<byte[]>(3));
}
