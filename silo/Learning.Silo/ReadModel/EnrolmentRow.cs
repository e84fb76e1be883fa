using Learning.Domain.Cohorts;
using Learning.Domain.Trainees;

namespace Learning.Silo.ReadModel;

/// <summary>One person on one roster, as of enrolment. Table <c>enrolments</c>.</summary>
public sealed record EnrolmentRow
{
    /// <summary>Cohort.</summary>
    public required string CohortId { get; init; }

    /// <summary>Person.</summary>
    public required string TraineeId { get; init; }

    /// <summary>Order of asking.</summary>
    public int Place { get; init; }

    /// <summary>Where they stand.</summary>
    public EnrolmentState State { get; init; }

    /// <summary>How they came.</summary>
    public EnrolmentMethod Method { get; init; }

    /// <summary>P-code as of enrolment.</summary>
    public string? HomeRegion { get; init; }

    /// <summary>Organisation as of enrolment.</summary>
    public string? Organisation { get; init; }

    /// <summary>0 when unknown.</summary>
    public int BirthYear { get; init; }

    /// <summary>As stated.</summary>
    public Sex Sex { get; init; }

    /// <summary>Percent.</summary>
    public double? PreScore { get; init; }

    /// <summary>Percent.</summary>
    public double? PostScore { get; init; }

    /// <summary>Settled at closing.</summary>
    public int? MinutesAttended { get; init; }

    /// <summary>Certificate of the closing.</summary>
    public string? CertificateNumber { get; init; }

    /// <summary>Row of the sheet.</summary>
    public string? ImportRow { get; init; }
}
