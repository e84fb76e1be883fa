namespace Learning.Domain.Trainees;

/// <summary>A merge was taken back.</summary>
/// <param name="By">User name.</param>
/// <param name="At">When, UTC.</param>
public sealed record MergeUndo(string By, DateTimeOffset At);
