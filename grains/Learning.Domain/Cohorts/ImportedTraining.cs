using System.Collections.Immutable;
using Learning.Domain.Sessions;
using Learning.Domain.Trainees;

namespace Learning.Domain.Cohorts;

/// <summary>A training that took place, taken over from a sign-in sheet.</summary>
/// <param name="ImportId">The import that brings it.</param>
/// <param name="Sheet">The sheet, as it names itself.</param>
/// <param name="Plan">What it was.</param>
/// <param name="People">Who was on it, in sheet order.</param>
public sealed record ImportedTraining(string ImportId, string Sheet, CohortPlan Plan, ImmutableArray<ImportedPerson> People);
