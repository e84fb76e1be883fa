using System.Collections.Immutable;

namespace Learning.Web.Api.Cohorts;

/// <summary>What a cohort is planned to be. When a plan is changed, what is absent stays as it was.</summary>
public sealed record PlanBody
{
    /// <summary>Course code; its latest version is taken.</summary>
    public string? CourseCode { get; init; }

    /// <summary>P-code of the training region.</summary>
    public string? RegionCode { get; init; }

    /// <summary>Where, in words.</summary>
    public string? Venue { get; init; }

    /// <summary>First day.</summary>
    public DateOnly? StartDate { get; init; }

    /// <summary>How many days, one session each, 1 to 30; the course's when absent.</summary>
    public int? Days { get; init; }

    /// <summary>Places, 1 to 1,000.</summary>
    public int? Capacity { get; init; }

    /// <summary>Who pays.</summary>
    public ImmutableArray<GrantBody>? Grants { get; init; }

    /// <summary>User names of its trainers.</summary>
    public ImmutableArray<string?>? Trainers { get; init; }

    /// <summary>Only for a change: sessions on other days or with other hours.</summary>
    public ImmutableArray<SessionBody>? Sessions { get; init; }
}
