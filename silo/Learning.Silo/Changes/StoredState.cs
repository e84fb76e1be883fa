namespace Learning.Silo.Changes;

/// <summary>A grain's state as it stands in the database.</summary>
/// <param name="StateName">Which state, such as <c>session</c>.</param>
/// <param name="Key">The grain's key.</param>
/// <param name="Version">1 is the first write.</param>
/// <param name="Json">UTF-8; <see langword="null"/> if the state was cleared.</param>
public sealed record StoredState(string StateName, string Key, int Version, ReadOnlyMemory<byte>? Json);
