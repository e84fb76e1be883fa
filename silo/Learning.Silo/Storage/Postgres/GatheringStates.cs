using System.Globalization;
using Learning.Grains.Sessions;
using Npgsql;
using NpgsqlTypes;
using Orleans.Runtime;
using Orleans.Storage;

namespace Learning.Silo.Storage.Postgres;

/// <summary>
/// Grain states that are written at the same time go in one batch and one commit, as on SQLite: a commit costs the server more
/// than ten rows. Reading and clearing are the provider's. Rows and conflicts are exactly the provider's too.
/// </summary>
/// <param name="provider">Microsoft.Orleans.Persistence.AdoNet.</param>
/// <param name="source">The server.</param>
/// <param name="json">Serialises states.</param>
/// <param name="serviceId">Part of every row's key.</param>
internal sealed class GatheringStates(IGrainStorage provider, NpgsqlDataSource source, StateJson json, string serviceId) : IGrainStorage
{
    private const int Most = 200;

    // The same rows as the statement WriteToStorageKey makes, in two ways. A state that is written for the first time is simply added: looking whether it is there is left
    // to the key, which refuses it, and costs a fifth less.
    private const string Add =
        """
        INSERT INTO OrleansStorage
          (GrainTypeString, GrainIdExtensionString, GrainIdN0, GrainIdN1, ServiceId, GrainIdHash, GrainTypeHash, Version, ModifiedOn, PayloadBinary)
        SELECT w.name, w.key, 0, 0, @service, w.hash, w.name_hash, 1, now(), w.payload
        FROM unnest(@names, @keys, @hashes, @name_hashes, @payloads) AS w (name, key, hash, name_hash, payload)
        """;

    // No row comes back for one that has another version by now, or that is not there. It is an INSERT so that every row is looked up by its key, however many they are.
    private const string Replace =
        """
        INSERT INTO OrleansStorage AS stored
          (GrainTypeString, GrainIdExtensionString, GrainIdN0, GrainIdN1, ServiceId, GrainIdHash, GrainTypeHash, Version, ModifiedOn, PayloadBinary)
        SELECT w.name, w.key, 0, 0, @service, w.hash, w.name_hash, w.version + 1, now(), w.payload
        FROM unnest(@names, @keys, @hashes, @name_hashes, @payloads, @versions) AS w (name, key, hash, name_hash, payload, version)
        WHERE w.version =
          (SELECT Version FROM OrleansStorage WHERE GrainTypeString = w.name AND GrainIdExtensionString = w.key
           AND GrainIdN0 = 0 AND GrainIdN1 = 0 AND ServiceId = @service)
        ON CONFLICT (GrainTypeString, GrainIdExtensionString, GrainIdN0, GrainIdN1, ServiceId) DO UPDATE
          SET PayloadBinary = excluded.PayloadBinary, ModifiedOn = excluded.ModifiedOn, Version = excluded.Version
          WHERE stored.Version = excluded.Version - 1
        RETURNING GrainTypeString, GrainIdExtensionString, Version
        """;

    private readonly Gathering<WrittenState, int?> gathering = new(Most, states => WriteAsync(source, serviceId, states));

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => provider.ReadStateAsync(stateName, grainId, grainState);

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken) =>
        provider.ReadStateAsync(stateName, grainId, grainState, cancellationToken);

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        int? before = grainState.ETag is { } etag ? int.Parse(etag, CultureInfo.InvariantCulture) : null;
        var written = new WrittenState(stateName, grainId.Key.ToString()!, before, json.Serialize(grainState.State).ToMemory());
        if (await gathering.Do(written) is not { } version)
            throw new InconsistentStateException($"Version conflict: {stateName} {grainId} is not stored with version {grainState.ETag ?? "none"}.", "unknown", grainState.ETag);
        grainState.ETag = version.ToString(CultureInfo.InvariantCulture);
        grainState.RecordExists = true;
    }

    // A write on its way can't be called back.
    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken) =>
        WriteStateAsync(stateName, grainId, grainState);

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => provider.ClearStateAsync(stateName, grainId, grainState);

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken) =>
        provider.ClearStateAsync(stateName, grainId, grainState, cancellationToken);

    private static async Task<IReadOnlyList<int?>> WriteAsync(NpgsqlDataSource source, string serviceId, IReadOnlyList<WrittenState> states)
    {
        // In the order of the keys, in which two processes that write the same rows wait for each other, and what is replaced before what is added: whose marks are
        // locked has its row. (They may wait in a circle if both have two of the same grains active; the server ends it, and each row is tried alone.)
        var ordered = states.OrderBy(s => s.Name, StringComparer.Ordinal).ThenBy(s => s.Key, StringComparer.Ordinal).ToList();
        var (replaced, added) = (ordered.FindAll(s => s.Version is not null), ordered.FindAll(s => s.Version is null));
        await using var connection = await source.OpenConnectionAsync();
        // Of one batch, either all is stored or nothing.
        await using var batch = new NpgsqlBatch(connection);
        if (replaced.Count > 0)
        {
            var replace = Command(Replace, serviceId, replaced);
            replace.Parameters.Add(new NpgsqlParameter<int[]>("versions", [.. replaced.Select(s => s.Version!.Value)]));
            batch.BatchCommands.Add(replace);
        }

        if (added.Count > 0) batch.BatchCommands.Add(Command(Add, serviceId, added));
        var versions = new Dictionary<(string, string), int>();
        try
        {
            await using var reader = await batch.ExecuteReaderAsync();
            // To the end, where the server says that it has committed: whoever only closes a reader does not hear that it said nothing.
            do
            {
                while (await reader.ReadAsync()) versions.Add((reader.GetString(0), reader.GetString(1)), reader.GetInt32(2));
            }
            while (await reader.NextResultAsync());
        }
        // It is there already. Among others, each is tried alone (Gathering).
        catch (PostgresException e) when (e is { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "orleansstorage_key" } && states is [{ Version: null }])
        {
            return [null];
        }

        return [.. states.Select(s => s.Version is null ? 1 : versions.TryGetValue((s.Name, s.Key), out var version) ? version : (int?)null)];
    }

    private static NpgsqlBatchCommand Command(string sql, string serviceId, IReadOnlyList<WrittenState> states)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<string>("service", serviceId));
        command.Parameters.Add(new NpgsqlParameter<string[]>("names", [.. states.Select(s => s.Name)]));
        command.Parameters.Add(new NpgsqlParameter<string[]>("keys", [.. states.Select(s => s.Key)]));
        // A page has its session's hash, and is so in its session's slot of the change set.
        command.Parameters.Add(new NpgsqlParameter<int[]>("hashes", [.. states.Select(s => StoredKey.Hash(StoredSessionPage.Changed(s.Name, s.Key)))]));
        command.Parameters.Add(new NpgsqlParameter<int[]>("name_hashes", [.. states.Select(s => StoredKey.HashOfName(s.Name))]));
        command.Parameters.Add(new NpgsqlParameter("payloads", NpgsqlDbType.Array | NpgsqlDbType.Bytea) { Value = states.Select(s => s.Payload).ToArray() });
        return command;
    }
}
