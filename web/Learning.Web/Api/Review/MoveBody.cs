using System.Collections.Immutable;

namespace Learning.Web.Api.Review;

/// <summary>People whose scans belong to another session.</summary>
/// <param name="TraineeIds">Whose scans, at most 200 people.</param>
/// <param name="To">The session they belong to.</param>
/// <param name="Reason">Why; kept with the voids.</param>
public sealed record MoveBody(ImmutableArray<string?>? TraineeIds, string? To, string? Reason);
