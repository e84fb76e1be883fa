using Learning.Domain.Cohorts;

namespace Learning.Silo.ReadModel;

/// <summary>One cohort, for lists. Table <c>cohorts</c>.</summary>
public sealed record CohortRow
{
    /// <summary>Cohort id.</summary>
    public required string CohortId { get; init; }

    /// <summary>Course.</summary>
    public required string CourseCode { get; init; }

    /// <summary>Its version.</summary>
    public int CourseVersion { get; init; }

    /// <summary>Its kind.</summary>
    public required string CourseKind { get; init; }

    /// <summary>Mongolian title.</summary>
    public required string TitleMn { get; init; }

    /// <summary>English title.</summary>
    public required string TitleEn { get; init; }

    /// <summary>P-code of the training region.</summary>
    public required string Region { get; init; }

    /// <summary>Where, in words.</summary>
    public required string Venue { get; init; }

    /// <summary>First day.</summary>
    public DateOnly StartDate { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly EndDate { get; init; }

    /// <summary>How many sessions.</summary>
    public int Sessions { get; init; }

    /// <summary>Where it stands.</summary>
    public CohortState State { get; init; }

    /// <summary>Places.</summary>
    public int Capacity { get; init; }

    /// <summary>Places taken.</summary>
    public int Enrolled { get; init; }

    /// <summary>Waiting.</summary>
    public int Waitlisted { get; init; }

    /// <summary>Applications not decided.</summary>
    public int Requested { get; init; }

    /// <summary>Completions.</summary>
    public int Completed { get; init; }

    /// <summary>The import that brought it.</summary>
    public string? ImportId { get; init; }

    /// <summary>The sheet it came from.</summary>
    public string? Sheet { get; init; }
}
