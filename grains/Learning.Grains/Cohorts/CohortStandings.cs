using System.Collections.Immutable;
using Learning.Domain.Cohorts;

namespace Learning.Grains.Cohorts;

/// <summary>Where people stand with a cohort, as its roster has it. Every upload asks, and the roster rarely changes in between.</summary>
/// <param name="cohort">The cohort, or <see langword="null"/> before it is planned.</param>
public sealed class CohortStandings(Cohort? cohort)
{
    private readonly Lazy<Dictionary<string, EnrolmentState>> states = new(() => cohort?.Roster.ToDictionary(e => e.TraineeId, e => e.State) ?? []);

    /// <summary>Their states in the same order; <see langword="null"/> for whoever is not on the roster.</summary>
    /// <param name="traineeIds">Who.</param>
    public ImmutableArray<EnrolmentState?> Of(ImmutableArray<string> traineeIds) =>
        [.. traineeIds.Select(id => states.Value.TryGetValue(id, out var state) ? state : (EnrolmentState?)null)];
}
