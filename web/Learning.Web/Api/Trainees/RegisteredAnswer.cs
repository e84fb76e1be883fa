using System.Collections.Immutable;

namespace Learning.Web.Api.Trainees;

/// <summary>Who somebody turned out to be.</summary>
/// <param name="Id">Their trainee id.</param>
/// <param name="Matched">Whether they were known.</param>
/// <param name="Candidates">People they might be, for somebody to look at.</param>
public sealed record RegisteredAnswer(string Id, MatchKind Matched, ImmutableArray<string> Candidates);
