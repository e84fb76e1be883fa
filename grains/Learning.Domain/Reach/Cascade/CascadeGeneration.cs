using System.Collections.Immutable;

namespace Learning.Domain.Reach.Cascade;

/// <summary>What is as many steps away from a training of trainers.</summary>
/// <param name="Number">1 for the cohorts of those whom it trained, 2 for those of whom they trained as trainers, and so on.</param>
/// <param name="Cohorts">Their ids.</param>
/// <param name="People">Distinct people reached by these cohorts.</param>
/// <param name="New">Those of them who were reached neither directly nor in an earlier generation: these add up.</param>
public sealed record CascadeGeneration(int Number, ImmutableArray<string> Cohorts, int People, int New);
