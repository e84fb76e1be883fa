namespace Learning.Domain.Cohorts;

/// <summary>One test result.</summary>
/// <param name="TraineeId">Whose.</param>
/// <param name="IsPost">Post-test, otherwise pre-test.</param>
/// <param name="Percent">Result, 0 to 100; <see langword="null"/> takes it back.</param>
public sealed record Score(string TraineeId, bool IsPost, decimal? Percent);
