using System.Runtime.CompilerServices;

namespace Learning.Domain.Reach.Evaluation;

/// <summary>Sums seconds attended.</summary>
/// <param name="plan">The question in numbers.</param>
internal struct SecondsTally(ReachPlan plan) : IReachTally
{
    private readonly long[] rows = new long[plan.Keys];
    private readonly KeySource keySource = plan.KeySource;
    private readonly int[][] funders = plan.FunderKeys;
    private long total;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Add(int place, int row, int mark, int key, int sub, int seconds)
    {
        total += seconds;
        if (keySource == KeySource.None) return true;
        if (keySource != KeySource.Funders) rows[key] += seconds;
        else foreach (var funder in funders[key]) rows[funder] += seconds;
        return true;
    }

    /// <inheritdoc/>
    public readonly ReachPartial ToPartial() => CountedRows.ToPartial(plan, total, rows, keySource == KeySource.Period ? rows : default);
}
