using System.Text.Json.Serialization;
using Learning.Domain.Cohorts;
using Learning.Web.Words;

namespace Learning.Web.Api.Enrolments;

/// <summary>What came of one person's enrolment.</summary>
/// <param name="TraineeId">Who.</param>
/// <param name="State">Where they stand now; <see langword="null"/> when refused.</param>
/// <param name="Refused">Code of the refusal.</param>
/// <param name="Reason">The refusal in words.</param>
public sealed record EnrolmentItem(string TraineeId, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] EnrolmentState? State, string? Refused = null, string? Reason = null)
{
    /// <summary>An outcome as answered.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="words">The caller's language.</param>
    public static EnrolmentItem Of(EnrolmentOutcome outcome, IWords words) =>
        new(outcome.TraineeId, outcome.State, outcome.Refused, outcome.Refused is null ? null : words[outcome.Refused]);
}
