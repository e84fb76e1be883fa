using Learning.Domain.Reach.Donors;
using Learning.Domain.Reach.SmallCells;

namespace Learning.Domain.Reach.Evaluation;

/// <summary>What a shard knows of donors while it counts: which funders helped reach each unit, and how the cohorts are funded by which it counts.</summary>
/// <param name="plan">The question in numbers, with funders as its keys.</param>
/// <param name="columns">The shard.</param>
internal sealed class DonorCounts(ReachPlan plan, ReachColumns columns)
{
    private readonly FunderUnions unions = new(plan.FunderKeys);
    private readonly int fundings = plan.FundingWays.Length;
    private long[] bySet = new long[plan.FunderKeys.Length];
    // A few of the people behind each set: a person's units of several kinds are closed at different times.
    private List<int>?[] people = new List<int>?[plan.FunderKeys.Length];
    // For each number of cohorts, in the order of fundings.
    private long[] byCohorts = new long[4 * plan.FundingWays.Length];
    private long total;

    /// <summary>Counts a unit.</summary>
    /// <param name="place">Place in the shard of the person whose unit it is.</param>
    /// <param name="cohorts">How each cohort is funded by which it counts; one at least.</param>
    /// <param name="value">1, or the unit's seconds.</param>
    public void Add(int place, ReadOnlySpan<int> cohorts, long value)
    {
        var set = cohorts[0];
        for (var i = 1; i < cohorts.Length; i++) set = unions.With(set, cohorts[i]);
        AddNumbered(set, [place], value);
        AddCohorts(cohorts, value);
    }

    /// <summary>Counts units, and the funders behind them, that are the same. Each of the units must also be counted by <see cref="AddCohorts"/>.</summary>
    /// <param name="funders">As row keys in ascending order.</param>
    /// <param name="some">Places in the shard of the people whose units they are; of many the first few.</param>
    /// <param name="value">How many units.</param>
    public void AddSet(int[] funders, ReadOnlySpan<int> some, long value) => AddNumbered(unions.Number(funders), some, value);

    /// <summary>Counts the cohorts of units that have cohorts funded alike. Each of the units must also be counted by <see cref="AddSet"/>.</summary>
    /// <param name="cohorts">How each cohort is funded; one at least.</param>
    /// <param name="value">How many units, or their seconds.</param>
    public void AddCohorts(ReadOnlySpan<int> cohorts, long value)
    {
        var at = cohorts.Length * fundings;
        if (at + fundings > byCohorts.Length) Array.Resize(ref byCohorts, 2 * (at + fundings));
        var row = byCohorts.AsSpan(at, fundings);
        foreach (var funding in cohorts) row[funding] += value;
    }

    /// <summary>What was counted.</summary>
    public DonorPartial ToPartial() => DonorPartial.Sum([new()
    {
        Measure = plan.Measure,
        Total = total,
        // Two cohort sets may be one set of keys: nobody, and what nobody is named for.
        Sets =
        [
            .. bySet.Index().Where(s => s.Item != 0).Select(s => new DonorSet([.. unions[s.Index].Select(plan.KeyCode).Order(StringComparer.Ordinal)], s.Item)
            {
                People = [.. (people[s.Index] ?? []).Select(place => (long)columns.PersonAt[place])],
            }),
        ],
        Parts = [.. byCohorts.Index().Where(p => p.Item != 0).Select(p => new DonorPart(p.Index / fundings, plan.FundingWays[p.Index % fundings], p.Item))],
    }]);

    private void AddNumbered(int set, ReadOnlySpan<int> some, long value)
    {
        total += value;
        if (set >= bySet.Length) Grow();
        bySet[set] += value;
        var known = people[set] ??= [];
        foreach (var place in some)
            if (known.Count < Suppression.Threshold && value > 0 && !known.Contains(place)) known.Add(place);
    }

    private void Grow()
    {
        Array.Resize(ref bySet, unions.Count * 2);
        Array.Resize(ref people, unions.Count * 2);
    }
}
