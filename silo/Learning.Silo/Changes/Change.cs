namespace Learning.Silo.Changes;

/// <summary>A grain whose newest state has not been projected.</summary>
/// <param name="StateName">Which state, such as <c>session</c>.</param>
/// <param name="Key">The grain's key.</param>
/// <param name="Version">The state's version when the change was taken; 1 is the first write.</param>
/// <param name="Stamp">Tells this mark from a later one of the same grain.</param>
public sealed record Change(string StateName, string Key, int Version, long Stamp);
