using System.Collections.Immutable;
using Learning.Domain.Trainees;

namespace Learning.Domain.Reach;

/// <summary>
/// One person in one cohort, with the facts about the person <em>as of enrolment</em>: moving, ageing or changing
/// organisation later changes no past figure.
/// </summary>
public sealed record ParticipationFact
{
    /// <summary>Cohort id.</summary>
    public required string CohortId { get; init; }

    /// <summary>P-code of the home region; empty when unknown.</summary>
    public string HomeRegion { get; init; } = "";

    /// <summary>Organisation code, or <see langword="null"/> for none.</summary>
    public string? Organisation { get; init; }

    /// <summary>Year of birth; 0 when unknown.</summary>
    public int BirthYear { get; init; }

    /// <summary>Sex as stated.</summary>
    public Sex Sex { get; init; }

    /// <summary>Numbers of the sessions with a present or late mark, in any order.</summary>
    public ImmutableArray<int> Attended { get; init; } = [];

    /// <summary>Whether the course version's completion rule is met.</summary>
    public bool Completed { get; init; }

    /// <summary>The certificates issued for this participation, with those revoked or superseded since.</summary>
    public ImmutableArray<CertificateFact> Certificates { get; init; } = [];
}
