using System.Collections.Immutable;

namespace Learning.Web.Api.Review;

/// <summary>A decision about items that no session could take.</summary>
/// <param name="ItemIds">The items' ids as listed in the review queue, at most 200.</param>
/// <param name="Decision">What to do.</param>
/// <param name="To">To move: the session they belong to.</param>
/// <param name="Reason">Why.</param>
public sealed record QuarantineBody(ImmutableArray<string?>? ItemIds, QuarantineAct? Decision, string? To, string? Reason);
