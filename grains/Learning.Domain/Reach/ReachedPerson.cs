using System.Collections.Immutable;

namespace Learning.Domain.Reach;

/// <summary>One person behind a figure.</summary>
/// <param name="Number">Number in the read model.</param>
/// <param name="Cohorts">Cohorts by which they count, where the figure counts cohorts; otherwise empty.</param>
public sealed record ReachedPerson(long Number, ImmutableArray<string> Cohorts);
