using System.Collections.Immutable;

namespace Learning.Web.Api.Enrolments;

/// <summary>What came of test results.</summary>
/// <param name="Noted">How many were noted.</param>
/// <param name="Unknown">People who are not on the roster.</param>
public sealed record ScoreAnswer(int Noted, ImmutableArray<string> Unknown);
