using Learning.Domain.Checkin;

namespace Learning.Web.Api.Review;

/// <summary>What became of one person's move.</summary>
/// <param name="TraineeId">Who.</param>
/// <param name="Scans">How many scans were moved; 0 if there were none left at the wrong session.</param>
/// <param name="Effect">What they come to at the right session: counted if one counts there, else that it waits.</param>
/// <param name="Refused">Why nothing was moved, a code of <see cref="ReviewReason"/>.</param>
public sealed record MoveOutcome(string TraineeId, int Scans, ScanEffect? Effect, string? Refused = null);
