namespace Learning.Domain.Checkin;

/// <summary>What became of a decision about a scan.</summary>
/// <param name="ScanId">The scan.</param>
/// <param name="Effect">What it comes to now; <see langword="null"/> if there is no such scan.</param>
/// <param name="Refused">Why the decision was not taken, a key of words; <see langword="null"/> if it is in force.</param>
public sealed record ReviewOutcome(string ScanId, ScanEffect? Effect, string? Refused = null);
