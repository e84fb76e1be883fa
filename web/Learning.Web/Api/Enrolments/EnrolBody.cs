using System.Collections.Immutable;

namespace Learning.Web.Api.Enrolments;

/// <summary>Whom to enrol.</summary>
/// <param name="TraineeIds">At most 500.</param>
public sealed record EnrolBody(ImmutableArray<string?>? TraineeIds);
