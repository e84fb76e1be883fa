using Learning.Domain.Reach.Columns;

namespace Learning.Domain.Reach.Evaluation;

/// <summary>Which participations a counting rule lets count at all: those completed, or with hours enough.</summary>
internal sealed class RuleFilter(ReachPlan plan, RowStore rows)
{
    private readonly bool completersOnly = plan.Question.Rule.CompletersOnly;

    /// <summary>Whether there is anything that does not count.</summary>
    public bool Limits { get; } = plan.Question.Rule.CompletersOnly || plan.MinSeconds > 0;

    /// <summary>Whether the participation to which a row belongs counts.</summary>
    public bool Counts(int row) =>
        (!completersOnly | (rows.Flags[row] & RowFlags.Completed) != 0) & (plan.MinSeconds == 0 || Seconds(row) >= plan.MinSeconds);

    // Of the whole participation, whatever the filters. Rows that nobody owns any more do not continue anything.
    private long Seconds(int row)
    {
        var flags = rows.Flags;
        row = rows.First(row);
        var seconds = 0L;
        do seconds += plan.Seconds(rows.Segment[row], rows.Attended[row]);
        while (++row < rows.Count && (flags[row] & RowFlags.Continues) != 0);
        return seconds;
    }
}
