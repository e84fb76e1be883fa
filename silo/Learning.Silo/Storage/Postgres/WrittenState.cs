namespace Learning.Silo.Storage.Postgres;

/// <summary>A grain state on its way to the database.</summary>
/// <param name="Name">Which state.</param>
/// <param name="Key">The grain's key as stored, see <see cref="StoredKey"/>.</param>
/// <param name="Version">The version it replaces; <see langword="null"/> for a grain that has none.</param>
/// <param name="Payload">The state, serialised.</param>
internal sealed record WrittenState(string Name, string Key, int? Version, ReadOnlyMemory<byte> Payload);
