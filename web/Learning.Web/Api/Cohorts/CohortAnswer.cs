using System.Collections.Immutable;
using Learning.Domain.Cohorts;
using Learning.Domain.Sessions;

namespace Learning.Web.Api.Cohorts;

/// <summary>A cohort, its roster as numbers only.</summary>
public sealed record CohortAnswer
{
    /// <summary>Cohort id.</summary>
    public required string Id { get; init; }

    /// <summary>Where it stands.</summary>
    public CohortState State { get; init; }

    /// <summary>Course code.</summary>
    public required string CourseCode { get; init; }

    /// <summary>Version of the course.</summary>
    public int CourseVersion { get; init; }

    /// <summary>Mongolian title of the course.</summary>
    public required string TitleMn { get; init; }

    /// <summary>English title of the course.</summary>
    public required string TitleEn { get; init; }

    /// <summary>P-code of the training region.</summary>
    public required string RegionCode { get; init; }

    /// <summary>IANA time zone of the training region.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Where, in words.</summary>
    public required string Venue { get; init; }

    /// <summary>First day.</summary>
    public DateOnly StartDate { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly EndDate { get; init; }

    /// <summary>Places.</summary>
    public int Capacity { get; init; }

    /// <summary>Places taken.</summary>
    public int Enrolled { get; init; }

    /// <summary>People waiting for a place.</summary>
    public int Waitlisted { get; init; }

    /// <summary>Applications not decided.</summary>
    public int Requested { get; init; }

    /// <summary>People who completed.</summary>
    public int Completed { get; init; }

    /// <summary>Certificates issued.</summary>
    public int Certificates { get; init; }

    /// <summary>Sessions in number order.</summary>
    public ImmutableArray<SessionAnswer> Sessions { get; init; } = [];

    /// <summary>Who pays.</summary>
    public ImmutableArray<GrantShare> Grants { get; init; } = [];

    /// <summary>User names of its trainers.</summary>
    public ImmutableArray<string> Trainers { get; init; } = [];

    /// <summary>Grows with every change of the roster.</summary>
    public int RosterVersion { get; init; }

    /// <summary>When it was closed, UTC.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The import that brought it.</summary>
    public string? ImportId { get; init; }

    /// <summary>A cohort as answered.</summary>
    /// <param name="cohort">The cohort.</param>
    public static CohortAnswer Of(Cohort cohort)
    {
        var plan = cohort.Plan;
        int Count(EnrolmentState state) => cohort.Roster.Count(e => e.State == state);
        return new CohortAnswer
        {
            Id = cohort.Id,
            State = cohort.State,
            CourseCode = plan.Course.Code,
            CourseVersion = plan.Course.Version,
            TitleMn = plan.Course.TitleMn,
            TitleEn = plan.Course.TitleEn,
            RegionCode = plan.RegionCode,
            TimeZone = plan.TimeZone,
            Venue = plan.Venue,
            StartDate = plan.StartDate,
            EndDate = plan.EndDate,
            Capacity = plan.Capacity,
            Enrolled = cohort.Places,
            Waitlisted = Count(EnrolmentState.Waitlisted),
            Requested = Count(EnrolmentState.Requested),
            Completed = Count(EnrolmentState.Completed),
            Certificates = cohort.Roster.Count(e => e.CertificateNumber is not null),
            Sessions = [.. plan.Sessions.Select(s => new SessionAnswer(SessionId.Of(cohort.Id, s.Number), s.Number, s.Date, s.Hours))],
            Grants = plan.Grants,
            Trainers = plan.Trainers,
            RosterVersion = cohort.RosterVersion,
            ClosedAt = cohort.ClosedAt,
            ImportId = cohort.ImportId,
        };
    }
}
