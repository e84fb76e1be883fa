using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Learning.Domain.Reach;

/// <summary>
/// What one shard answers. Shards hold disjoint people, so partial answers to one question add up, exactly.
/// </summary>
public sealed record ReachPartial
{
    /// <summary>What was counted.</summary>
    public Measure Measure { get; init; }

    /// <summary>What the rows are.</summary>
    public ReachBy? By { get; init; }

    /// <summary>The figure: a number, or seconds for <see cref="Measure.ContactHours"/>.</summary>
    public long Total { get; init; }

    /// <summary>The rows in which there is something, in no order.</summary>
    public ImmutableArray<ReachPartialRow> Rows { get; init; } = [];

    /// <summary>Adds up the answers of several shards to one question.</summary>
    /// <param name="partials">The answers; none make an empty one.</param>
    public static ReachPartial Sum(IEnumerable<ReachPartial> partials)
    {
        var all = partials as IReadOnlyCollection<ReachPartial> ?? [.. partials];
        var sum = all.FirstOrDefault() ?? new ReachPartial();
        var rows = new Dictionary<string, (long Value, long New)>(StringComparer.Ordinal);
        foreach (var partial in all)
        {
            foreach (var row in partial.Rows)
            {
                ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(rows, row.Key, out _);
                known = (known.Value + row.Value, known.New + row.New);
            }
        }

        return sum with { Total = all.Sum(p => p.Total), Rows = [.. rows.Select(row => new ReachPartialRow(row.Key, row.Value.Value, row.Value.New))] };
    }

    /// <summary>The answer for reading: rows in key order, hours instead of seconds, and a row for each period.</summary>
    public ReachAnswer ToAnswer()
    {
        var byPeriod = By is ReachBy.Month or ReachBy.Year;
        return new()
        {
            Total = Shown(Total),
            Rows = byPeriod ? [.. Periods()] : [.. Rows.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => new ReachRow(r.Key, Shown(r.Value)))],
            SumOfRows = By is null ? Shown(Total) : Shown(Rows.Sum(r => r.Value)),
        };
    }

    private decimal Shown(long value) => Measure == Measure.ContactHours ? value / 3600m : value;

    // A line drawn through the periods must not jump over those in which nothing happened.
    private IEnumerable<ReachRow> Periods()
    {
        if (Rows.IsEmpty) yield break;
        var by = By!.Value;
        var byPeriod = Rows.ToDictionary(r => ReachDay.PeriodNumber(by, r.Key));
        var (last, cumulative) = (byPeriod.Keys.Max(), 0L);
        for (var period = byPeriod.Keys.Min(); period <= last; period++)
        {
            byPeriod.TryGetValue(period, out var row);
            cumulative += row?.New ?? 0;
            yield return new(ReachDay.PeriodName(by, period), Shown(row?.Value ?? 0), Shown(cumulative));
        }
    }
}
