using Learning.Domain.Reach;
using Learning.Domain.Reach.SmallCells;
using Learning.Domain.Regions;
using Learning.Web.Reach.Donors;
using Learning.Web.Reach.Targets;
using Learning.Web.Words;

namespace Learning.Web.Reach.Exports;

/// <summary>Puts together what an export of a view says.</summary>
public sealed class ExportReading(ReachReading reach, ReachNames names, SmallCellReading smallCells, DonorReading donors, TargetReading targets, CountingRules rules, RegionTree regions)
{
    /// <summary>The view of a query.</summary>
    /// <param name="query">What is asked.</param>
    /// <param name="suppress">Whether to withhold small cells.</param>
    /// <param name="words">The reader's language.</param>
    public async Task<ExportedView> Of(ReachQuery query, bool suppress, IWords words)
    {
        var answered = await reach.Answer(query);
        var answer = answered.Answer;
        var shown = suppress
            ? await smallCells.Of(answered)
            : new ShownTable(answer.Total, [.. answer.Rows.Select(r => new ShownRow(r.Value, r.Cumulative))], answer.SumOfRows);
        var called = query.By is { } by ? await names.Of(by, [.. answer.Rows.Select(r => r.Key)], words) : new Dictionary<string, string>();
        var targetOf = await targets.Lookup();
        var seenFromDonors = await donors.Find(query) is { } regional ? suppress ? regional.ForOthers : regional.Donors : null;
        var rows = new List<ExportedRow>();
        foreach (var (row, seen) in answer.Rows.Zip(shown.Rows))
        {
            var figure = ReachRows.QueryOf(query, row.Key);
            rows.Add(new ExportedRow(row.Key, called[row.Key], seen.Value, seen.Cumulative, figure, figure is null ? null : targetOf(figure)));
        }

        return new ExportedView
        {
            Query = query,
            Rule = rules.Of(query.Rule),
            AsOf = answered.AsOf,
            Days = await Days(query, answered),
            Total = shown.Total,
            Unnamed = suppress ? SmallCellReading.Unnamed(answered) : answered.Unnamed,
            Rows = rows,
            SumOfRows = shown.SumOfRows,
            Target = targetOf(query),
            Donors = seenFromDonors is null ? null : await donors.Tables(seenFromDonors, words, exact: !suppress),
            IsSuppressed = suppress,
        };
    }

    // A view without bounds begins with the first month in which something counts, and ends when it was worked out.
    private async Task<(DateOnly From, DateOnly To)> Days(ReachQuery query, RegionalReach answered)
    {
        var to = query.To ?? regions.Root.DayOf(answered.AsOf);
        if (query.From is { } from) return (from, from > to ? from : to);
        var months = (await reach.Answer(query with { By = ReachBy.Month })).Answer.Rows;
        var first = months.IsEmpty ? new DateOnly(to.Year, 1, 1) : ReachRows.DaysOf(months[0].Key).From;
        return (first < to ? first : to, to);
    }
}
