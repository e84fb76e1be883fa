using System.Data.Common;
using Learning.Silo.Storage;

namespace Learning.Silo.Changes;

/// <inheritdoc/>
/// <param name="database">Where the states are.</param>
internal sealed class StateReader(IDatabase database) : IStateReader
{
    private const string Columns = "SELECT GrainTypeString, GrainIdExtensionString, Version, PayloadBinary FROM OrleansStorage WHERE GrainTypeString = @name";

    public async Task<IReadOnlyList<StoredState>> Read(string stateName, IReadOnlyCollection<string> keys, CancellationToken cancel = default)
    {
        if (keys.Count == 0) return [];
        return await database.ReadAsync((connection, stop) => connection.RowsAsync(
            $"{Columns} AND {IdList.Among(database.Kind, "GrainIdExtensionString")}", [("name", stateName), IdList.Of(database.Kind, keys.Select(StoredKey.Of))], State, stop), cancel);
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
