using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Learning.Domain.Identity;

/// <summary>The people of a batch.</summary>
/// <param name="People">Everybody, in the order of their smallest row id.</param>
/// <param name="ByRow">Row id → person id, for every row.</param>
/// <param name="Conflicts">Keys that several people share, in ordinal order.</param>
public sealed record ResolvedPeople(
    ImmutableArray<ResolvedPerson> People,
    FrozenDictionary<string, string> ByRow,
    ImmutableArray<IdentityConflict> Conflicts);
