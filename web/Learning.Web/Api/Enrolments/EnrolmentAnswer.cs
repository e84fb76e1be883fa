using Learning.Domain.Cohorts;

namespace Learning.Web.Api.Enrolments;

/// <summary>One person on a roster.</summary>
/// <param name="TraineeId">Who.</param>
/// <param name="Name">Patronymic and given name.</param>
/// <param name="ShortCode">What can be typed instead of the badge in force.</param>
/// <param name="State">Where they stand.</param>
/// <param name="Order">Place in the order of asking.</param>
/// <param name="Method">How they came here.</param>
/// <param name="Since">When the state last changed, UTC.</param>
/// <param name="PreScore">Pre-test, percent.</param>
/// <param name="PostScore">Post-test, percent.</param>
/// <param name="HoursAttended">Settled at closing.</param>
/// <param name="CertificateNumber">Certificate given at closing.</param>
public sealed record EnrolmentAnswer(
    string TraineeId, string Name, string? ShortCode, EnrolmentState State, int Order, EnrolmentMethod Method, DateTimeOffset Since,
    decimal? PreScore, decimal? PostScore, decimal? HoursAttended, string? CertificateNumber);
