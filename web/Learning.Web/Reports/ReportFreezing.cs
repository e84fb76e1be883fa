using System.Security.Claims;
using Learning.Contracts.Reports;
using Learning.Domain.Reach;
using Learning.Domain.Reach.Donors;
using Learning.Domain.Reach.SmallCells;
using Learning.Domain.Regions;
using Learning.Domain.Reports;
using Learning.Silo.Projections;
using Learning.Silo.Reports;
using Learning.Web.Accounts;
using Learning.Web.Audit;
using Learning.Web.Reach;
using Learning.Web.Reach.Donors;
using Learning.Web.Reach.Targets;
using Learning.Web.Words;

namespace Learning.Web.Reports;

/// <summary>Freezes a view: its figures, the facts behind them, and a donor's copy.</summary>
public sealed class ReportFreezing(
    IGrainFactory grains, ReachReading reach, DonorReading donors, ReachNames names, SmallCellReading smallCells, TargetReading targets, ReportFactReading facts, ReportFactFiles files,
    ReadModelFreshness freshness, CountingRules rules, RegionTree regions, IAuditLog audit, TimeProvider clock)
{
    /// <summary>Longest title.</summary>
    public const int LongestTitle = 200;

    private const int Attempts = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private static readonly Wording Mongolian = Wording.In(Language.Mongolian);
    private static readonly Wording English = Wording.In(Language.English);

    /// <summary>Freezes it.</summary>
    /// <param name="who">Who does.</param>
    /// <param name="id">Id of the report; one that is frozen already is answered as it is.</param>
    /// <param name="title">What it is to be called.</param>
    /// <param name="query">The view.</param>
    /// <returns>The report; <see langword="null"/> if the data changed all the while, so that figures and facts did not agree.</returns>
    public async Task<Report?> Freeze(ClaimsPrincipal who, string id, string title, ReachQuery query)
    {
        var grain = grains.GetGrain<IReportGrain>(id);
        if (await grain.Get() is { } known) return known;
        if (await Steady(query) is not { } steady) return null;
        await files.Keep(id, steady.Behind);
        var report = await grain.Freeze(await Report(id, title, Caller.Of(who).Actor, steady));
        await audit.Note(who, "report.freeze", id, ReachUrl.Of("reach", query));
        return report;
    }

    private sealed record Moment(DateTimeOffset At, RegionalReach Answered, RegionalDonors? Donors, ReportFacts Behind);

    /// <summary>Figures and the facts behind them at one moment: nothing changed between, and the facts come to the figure.</summary>
    private async Task<Moment?> Steady(ReachQuery query)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (attempt > 0) await Task.Delay(Pause, clock);
            var at = clock.GetUtcNow();
            // What came before this moment counts, and what a later comparison finds to have come after it does not.
            if (!await CaughtUp()) return null;
            var (answered, seenFromDonors) = (await reach.Answer(query), await donors.Find(query));
            var question = await facts.Question(query);
            var behind = await facts.Now(question);
            // Whatever was being projected while the facts were read has been once this returns, and the answer was dropped for it:
            // the one still kept is of the same moment as the facts.
            if (!await CaughtUp()) return null;
            var isKept = (await reach.Answer(query)).AsOf == answered.AsOf && (await donors.Find(query))?.AsOf == seenFromDonors?.AsOf;
            if (isKept && Agree(question, behind, answered, seenFromDonors)) return new Moment(at, answered, seenFromDonors, behind);
        }

        return null;
    }

    // While an import writes, the read model never quite catches up.
    private async Task<bool> CaughtUp()
    {
        try
        {
            await freshness.CatchUp().WaitAsync(LongestWait, clock);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    // The facts are read past the reach shards, so this is also a second count by another way.
    private static bool Agree(ReachQuestion question, ReportFacts behind, RegionalReach answered, RegionalDonors? donors) =>
        behind.Unnamed == answered.Unnamed && behind.Headcounts.Sum(h => h.Count) == answered.Unnamed
        && (donors is null || donors.Donors.Total == answered.Answer.Total)
        && (question.Query.Measure == Measure.Headcount || behind.Total(question) == answered.Answer.Total);

    private async Task<Report> Report(string id, string title, string by, Moment moment)
    {
        var (frozenAt, answered, seenFromDonors, behind) = moment;
        var query = answered.Query;
        var (answer, rule, region, targetOf) = (answered.Answer, rules.Of(query.Rule), regions.Find(query.Region)!, await targets.Lookup());
        var rows = new List<ReportRow>();
        if (query.By is { } kind)
        {
            var keys = answer.Rows.Select(r => r.Key).ToList();
            var (mongolian, english) = (await names.Of(kind, keys, Mongolian), await names.Of(kind, keys, English));
            rows.AddRange(answer.Rows.Select(r => new ReportRow(
                r.Key, new TwoTexts(mongolian[r.Key], english[r.Key]), r.Value, r.Cumulative, ReachRows.QueryOf(query, r.Key) is { } figure ? targetOf(figure)?.Current?.Value : null)));
        }

        var document = new ReportDocument
        {
            Id = id,
            Title = title,
            FrozenAt = frozenAt,
            FrozenBy = by,
            Figure = FigureView.Of(query),
            RegionName = new TwoTexts(region.NameMn, region.NameEn),
            MeasureDefinition = new TwoTexts(Mongolian.DefinitionOf(query.Measure), English.DefinitionOf(query.Measure)),
            Rule = new ReportRule(rule.Id, rule.Version, new TwoTexts(rule.TitleMn, rule.TitleEn), new TwoTexts(rule.DefinitionMn, rule.DefinitionEn)),
            Total = answer.Total,
            Unnamed = answered.Unnamed,
            Rows = rows,
            SumOfRows = query.By is null ? null : answer.SumOfRows,
            Overlap = query.By is null ? null : answer.Overlap,
            Target = targetOf(query) is { Current: { } target } goal ? new ReportTarget(target.Value!.Value, goal.Query.To!.Value, target.Baseline, target.BaselineDay) : null,
            Donors = await Tables(seenFromDonors?.Donors, exact: true),
            FactsFingerprint = behind.Fingerprint,
            Facts = behind.All.Length,
        };
        var forDonors = ForDonors(document, await smallCells.Of(answered), SmallCellReading.Unnamed(answered), await Tables(seenFromDonors?.ForOthers, exact: false));
        return new Report
        {
            Id = id,
            Title = title,
            Query = query,
            RuleVersion = rule.Version,
            FrozenAt = frozenAt,
            FrozenBy = by,
            Document = document.ToText(),
            DonorDocument = forDonors.ToText(),
            Total = answer.Total,
            Unnamed = answered.Unnamed,
            Rows = answer.Rows,
            Fingerprint = behind.Fingerprint,
            FactsForm = ReportFacts.LatestForm,
            Facts = behind.All.Length,
        };
    }

    private async Task<DonorTables<TwoTexts>?> Tables(DonorReach? seen, bool exact)
    {
        if (seen is null) return null;
        var (mongolian, english) = (await donors.Names(seen, Mongolian), await donors.Names(seen, English));
        return DonorTables.Of(seen, key => new TwoTexts(Mongolian[key], English[key]), code => new TwoTexts(mongolian[code], english[code]), exact);
    }

    private static ReportDocument ForDonors(ReportDocument document, ShownTable shown, long? unnamed, DonorTables<TwoTexts>? donors) => document with
    {
        FrozenBy = null,
        Facts = null,
        Total = shown.Total,
        Unnamed = unnamed,
        Rows = [.. document.Rows.Zip(shown.Rows, (row, seen) => row with { Value = seen.Value, Cumulative = seen.Cumulative })],
        SumOfRows = document.SumOfRows is null ? null : shown.SumOfRows,
        Overlap = document.SumOfRows is null ? null : shown.Overlap,
        Donors = donors,
        SmallCellsBelow = Suppression.Threshold,
    };
}
