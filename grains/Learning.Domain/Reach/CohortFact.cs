using System.Collections.Immutable;
using Learning.Domain.Reach.Donors;

namespace Learning.Domain.Reach;

/// <summary>
/// One cohort as reach needs it. A cancelled cohort has no fact: what people did in it counts nowhere.
/// </summary>
public sealed record CohortFact
{
    /// <summary>Cohort id.</summary>
    public required string Id { get; init; }

    /// <summary>Course code.</summary>
    public required string CourseCode { get; init; }

    /// <summary>Kind of course, e.g. <c>training</c> or <c>information</c>; counting rules may leave kinds out.</summary>
    public string CourseKind { get; init; } = "training";

    /// <summary>P-code of the training region; empty when unknown.</summary>
    public required string Region { get; init; }

    /// <summary>Who pays which part, as <see cref="Donors.Funding.Of"/> says: in the order of codes, together the whole.</summary>
    public ImmutableArray<FunderShare> Funding { get; init; } = Donors.Funding.Of([]);

    /// <summary>Codes of the funders, each once; empty when no donor pays.</summary>
    public ImmutableArray<string> Funders => [.. Funding.Where(share => share.Funder.Length > 0).Select(share => share.Funder)];

    /// <summary>The sessions, each number once.</summary>
    public ImmutableArray<SessionFact> Sessions { get; init; } = [];
}
