using System.Collections.Immutable;
using Learning.Domain.Reports;
using Learning.Silo.Reports;

namespace Learning.Web.Reports;

/// <summary>What of a report would be otherwise now, as the API answers it.</summary>
public sealed record DeltaView
{
    private const int MostChanges = 1_000;

    /// <summary>Report id.</summary>
    public required string Id { get; init; }

    /// <summary>When it was frozen, UTC.</summary>
    public required DateTimeOffset FrozenAt { get; init; }

    /// <summary>When it was compared, UTC.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Whether the report would be the same.</summary>
    public required bool IsSame { get; init; }

    /// <summary>Whether its figures would be the same, whatever is behind them.</summary>
    public required bool FiguresAreSame { get; init; }

    /// <summary>The figure then and now.</summary>
    public required ThenNow<decimal> Total { get; init; }

    /// <summary>Unnamed attendances then and now.</summary>
    public required ThenNow<long> Unnamed { get; init; }

    /// <summary>Version of the counting rule then and now.</summary>
    public required ThenNow<int> RuleVersion { get; init; }

    /// <summary>Fingerprint of the facts then and now.</summary>
    public required ThenNow<string> FactsFingerprint { get; init; }

    /// <summary>Whether the facts kept with the report still have the fingerprint that it names.</summary>
    public required bool FactsAreIntact { get; init; }

    /// <summary>Rows that differ.</summary>
    public required ImmutableArray<RowDelta> Rows { get; init; }

    /// <summary>What changed, person by person, those who alter the total first; at most a thousand.</summary>
    public required ImmutableArray<ReportChange> Changes { get; init; }

    /// <summary>How many more there are.</summary>
    public required int MoreChanges { get; init; }

    /// <summary>What another version of the counting rule alone does to the total: 0 with the same version.</summary>
    public required decimal RuleEffect { get; init; }

    /// <summary>What of the difference of the totals neither that nor the changes explain; 0 if they explain all of it.</summary>
    public required decimal Unexplained { get; init; }

    /// <summary>Of a comparison.</summary>
    /// <param name="report">The report.</param>
    /// <param name="delta">The comparison.</param>
    public static DeltaView Of(Report report, ReportDelta delta)
    {
        var (then, now) = (report.Rows.ToDictionary(r => r.Key), delta.Now.Answer.Rows.ToDictionary(r => r.Key));
        var rows = then.Keys.Union(now.Keys).Order(StringComparer.Ordinal)
            .Select(key => new RowDelta(key, then.GetValueOrDefault(key)?.Value ?? 0, now.GetValueOrDefault(key)?.Value ?? 0))
            .Where(r => r.Then != r.Now).ToImmutableArray();
        var figuresAreSame = report.Total == delta.Now.Answer.Total && report.Unnamed == delta.Now.Unnamed && report.RuleVersion == delta.RuleVersion && rows.IsEmpty;
        return new DeltaView
        {
            Id = report.Id,
            FrozenAt = report.FrozenAt,
            AsOf = delta.ComparedAt,
            IsSame = figuresAreSame && report.Fingerprint == delta.Fingerprint,
            FiguresAreSame = figuresAreSame,
            Total = new(report.Total, delta.Now.Answer.Total),
            Unnamed = new(report.Unnamed, delta.Now.Unnamed),
            RuleVersion = new(report.RuleVersion, delta.RuleVersion),
            FactsFingerprint = new(report.Fingerprint, delta.Fingerprint),
            FactsAreIntact = delta.FactsAreIntact,
            Rows = rows,
            Changes = [.. delta.Changes.Take(MostChanges)],
            MoreChanges = Math.Max(0, delta.Changes.Length - MostChanges),
            RuleEffect = delta.RuleEffect,
            Unexplained = delta.Unexplained,
        };
    }
}
