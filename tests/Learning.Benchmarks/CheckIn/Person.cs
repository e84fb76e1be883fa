namespace Learning.Benchmarks.CheckIn;

/// <summary>Somebody to check in.</summary>
/// <param name="TraineeId">Trainee id.</param>
/// <param name="BadgeId">The badge in force.</param>
internal sealed record Person(string TraineeId, string BadgeId);
