using System.Collections.Immutable;
using Learning.Domain.Cohorts;

namespace Learning.Web.Api.Trainees;

/// <summary>A person's part in a cohort.</summary>
/// <param name="CohortId">Cohort id.</param>
/// <param name="CourseCode">Course code.</param>
/// <param name="TitleMn">Mongolian title of the course.</param>
/// <param name="TitleEn">English title of the course.</param>
/// <param name="RegionCode">P-code of the training region.</param>
/// <param name="StartDate">First day.</param>
/// <param name="EndDate">Last day.</param>
/// <param name="State">Where the person stands.</param>
/// <param name="CertificateNumber">Certificate given at closing.</param>
/// <param name="Marks">Marks in session order; a session not yet marked is left out.</param>
public sealed record TrainingAnswer(
    string CohortId, string CourseCode, string TitleMn, string TitleEn, string RegionCode, DateOnly StartDate, DateOnly EndDate, EnrolmentState State,
    string? CertificateNumber, ImmutableArray<TrainingMark> Marks);
