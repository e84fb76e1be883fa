using System.Collections.Immutable;
using Learning.Domain.Reach;

namespace Learning.Tests.Reach;

/// <summary>Something that happens to the facts.</summary>
internal abstract record Change
{
    /// <summary>A person is loaded or corrected.</summary>
    public sealed record Person(int Number, ImmutableArray<ParticipationFact> Facts) : Change;

    /// <summary>What a person did in some cohorts is loaded or corrected.</summary>
    public sealed record Participations(int Number, ImmutableHashSet<string> CohortIds, ImmutableArray<ParticipationFact> Facts) : Change;

    /// <summary>A cohort is planned or changed.</summary>
    public sealed record Cohort(CohortFact Fact) : Change;

    /// <summary>A cohort is cancelled.</summary>
    public sealed record Cancelled(string CohortId) : Change;

    /// <summary>The facts of one person turn out to be another's.</summary>
    public sealed record Merge(int From, int Into) : Change;
}
