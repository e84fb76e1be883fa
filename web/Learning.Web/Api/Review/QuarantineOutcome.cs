using Learning.Domain.Checkin;

namespace Learning.Web.Api.Review;

/// <summary>What became of an item.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Settled">Whether it has left the queue.</param>
/// <param name="Effect">What its scan comes to where it was moved.</param>
/// <param name="Refused">Why it stays: a code of <see cref="ReviewReason"/>, or <c>unknownItem</c>.</param>
public sealed record QuarantineOutcome(string ItemId, bool Settled, ScanEffect? Effect = null, string? Refused = null);
