namespace Learning.Domain.Reach.Evaluation;

/// <summary>Sums seconds attended.</summary>
internal sealed class SecondsTally(ReachPlan plan) : ReachTally(plan)
{
    /// <inheritdoc/>
    public override void Add(ReadOnlySpan<ReachEvent> events)
    {
        var (rows, total) = (Rows, 0L);
        foreach (ref readonly var e in events) total += e.Seconds;
        Total += total;
        if (Plan.KeySource == KeySource.None) return;
        if (Plan.KeySource == KeySource.Funders)
        {
            foreach (ref readonly var e in events)
                foreach (var key in Plan.FunderKeys[e.Key]) rows[key] += e.Seconds;
            return;
        }

        foreach (ref readonly var e in events) rows[e.Key] += e.Seconds;
    }

    /// <inheritdoc/>
    protected override long[] NewInPeriods() => Plan.KeySource == KeySource.Period ? Rows : [];
}
