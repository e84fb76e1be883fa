using System.Collections.Immutable;

namespace Learning.Domain.Trainees;

/// <summary>Who somebody turned out to be.</summary>
/// <param name="TraineeId">Their id.</param>
/// <param name="Matched">Whether strong evidence said it is somebody already known.</param>
/// <param name="Candidates">People whom strong evidence names but a contradiction forbids; for somebody to look at.</param>
public sealed record RegistrationAnswer(string TraineeId, bool Matched, ImmutableArray<string> Candidates);
