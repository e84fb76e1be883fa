using Learning.Domain.Cohorts;

namespace Learning.Silo.Content.Demo;

/// <summary>One upcoming training of the demo, with its days worked out.</summary>
/// <param name="Id">Cohort id; the same at every start, so that planning it again changes nothing.</param>
/// <param name="State">Planned or open.</param>
/// <param name="Plan">What it is planned to be.</param>
public sealed record DemoCohort(string Id, CohortState State, CohortPlan Plan);
