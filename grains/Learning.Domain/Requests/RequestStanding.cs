namespace Learning.Domain.Requests;

/// <summary>What is known of a creating call.</summary>
/// <param name="IsSame">Whether what is asked now was asked under this key before, or is asked for the first time.</param>
/// <param name="Answer">The answer then; <see langword="null"/> if it was never given or is not kept.</param>
public sealed record RequestStanding(bool IsSame, KeptAnswer? Answer);
