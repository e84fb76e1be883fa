using System.Collections.Immutable;

namespace Learning.Domain.Identity;

/// <summary>One person of a batch.</summary>
/// <param name="Id">Their id: of the known person, or a new one that follows from the smallest row id.</param>
/// <param name="IsNew">Whether nobody known has these rows.</param>
/// <param name="Rows">Ids of their rows, in ordinal order.</param>
/// <param name="Profile">What the rows together say; for a known person it may fill blanks, not overwrite.</param>
/// <param name="Claims">Strong keys that this person is to hold from now on; no key is claimed by two.</param>
public sealed record ResolvedPerson(string Id, bool IsNew, ImmutableArray<string> Rows, PersonEvidence Profile, ImmutableArray<string> Claims);
