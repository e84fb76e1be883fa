namespace Learning.Domain.Checkin;

/// <summary>What somebody decided about an item that no session could take. The first decision stands: the item is gone from the queue.</summary>
/// <param name="Reason">Why, in the decider's words.</param>
/// <param name="By">User name.</param>
/// <param name="At">When the server took it.</param>
/// <param name="MovedTo">The session that took it after all; <see langword="null"/> if it was dismissed.</param>
public sealed record QuarantineDecision(string Reason, string By, DateTimeOffset At, string? MovedTo = null);
