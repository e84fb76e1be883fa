using System.Collections.Immutable;

namespace Learning.Domain.Reach.Evaluation;

/// <summary>A tally that ends in an answer.</summary>
internal abstract class ReachTally(ReachPlan plan) : IReachTally
{
    /// <summary>The question in numbers.</summary>
    protected ReachPlan Plan { get; } = plan;

    /// <summary>What was counted in all.</summary>
    protected long Total { get; set; }

    /// <summary>What was counted in each row, at its key.</summary>
    protected long[] Rows { get; } = new long[plan.Keys];

    /// <summary>The tally that answers a plan.</summary>
    public static ReachTally Of(ReachPlan plan) => (plan.Measure, plan.KeySource) switch
    {
        (Measure.ContactHours, _) => new SecondsTally(plan),
        (_, KeySource.Period) => new PeriodTally(plan),
        (_, KeySource.Funders) => new FunderTally(plan),
        _ => new DistinctTally(plan),
    };

    /// <inheritdoc/>
    public abstract void Add(ReadOnlySpan<ReachEvent> events);

    /// <summary>What was counted.</summary>
    public ReachPartial ToPartial()
    {
        var newIn = NewInPeriods();
        var rows = ImmutableArray.CreateBuilder<ReachPartialRow>();
        for (var key = 0; key < Rows.Length; key++)
            if (Rows[key] != 0) rows.Add(new(Plan.KeyCode(key), Rows[key], newIn.Length > 0 ? newIn[key] : 0));
        return new() { Measure = Plan.Measure, By = Plan.Question.Query.By, Total = Total, Rows = rows.ToImmutable() };
    }

    /// <summary>What came new in each period, at its key; empty if rows are not periods.</summary>
    protected virtual long[] NewInPeriods() => [];
}
