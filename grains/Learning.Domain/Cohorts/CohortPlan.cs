using System.Collections.Immutable;
using Learning.Domain.Courses;
using Learning.Domain.Sessions;

namespace Learning.Domain.Cohorts;

/// <summary>What a cohort is planned to be.</summary>
public sealed record CohortPlan
{
    /// <summary>The course version delivered; a copy, because versions are immutable once used.</summary>
    public required CourseVersion Course { get; init; }

    /// <summary>P-code of the training region.</summary>
    public required string RegionCode { get; init; }

    /// <summary>IANA time zone of the training region.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Where, in words.</summary>
    public string Venue { get; init; } = "";

    /// <summary>Most people enrolled at once; those beyond it wait.</summary>
    public int Capacity { get; init; }

    /// <summary>Sessions in number order.</summary>
    public ImmutableArray<SessionPlan> Sessions { get; init; } = [];

    /// <summary>Who pays.</summary>
    public ImmutableArray<GrantShare> Grants { get; init; } = [];

    /// <summary>User names of its trainers.</summary>
    public ImmutableArray<string> Trainers { get; init; } = [];

    /// <summary>First day.</summary>
    public DateOnly StartDate => Sessions.Length == 0 ? default : Sessions.Min(s => s.Date);

    /// <summary>Last day.</summary>
    public DateOnly EndDate => Sessions.Length == 0 ? default : Sessions.Max(s => s.Date);

    /// <summary>Planned hours of all sessions.</summary>
    public decimal Hours => Sessions.Sum(s => s.Hours);
}
