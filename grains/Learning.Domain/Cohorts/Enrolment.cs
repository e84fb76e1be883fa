using Learning.Domain.Trainees;

namespace Learning.Domain.Cohorts;

/// <summary>One person on one cohort's roster.</summary>
public sealed record Enrolment
{
    /// <summary>Who.</summary>
    public required string TraineeId { get; init; }

    /// <summary>Where they stand.</summary>
    public EnrolmentState State { get; init; }

    /// <summary>Place in the order of asking, from 1; the waitlist promotes by it.</summary>
    public int Order { get; init; }

    /// <summary>How they came here.</summary>
    public EnrolmentMethod Method { get; init; }

    /// <summary>When the state last changed, UTC.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>The person as of enrolment.</summary>
    public required PersonAsOf Facts { get; init; }

    /// <summary>Pre-test result, percent.</summary>
    public decimal? PreScore { get; init; }

    /// <summary>Post-test result, percent.</summary>
    public decimal? PostScore { get; init; }

    /// <summary>Hours attended, settled at closing.</summary>
    public decimal? HoursAttended { get; init; }

    /// <summary>Number of the certificate given at closing, if one was.</summary>
    public string? CertificateNumber { get; init; }

    /// <summary>Row id of the sheet it came from, for an import.</summary>
    public string? ImportRow { get; init; }
}
