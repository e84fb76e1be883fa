using System.Collections.Immutable;
using Learning.Contracts.Reach;
using Learning.Domain.Reach;
using Learning.Domain.Reports;
using Learning.Silo.Storage;

namespace Learning.Silo.Reports;

/// <summary>Compares a frozen report with what the same view comes to now.</summary>
public sealed class ReportComparison(
    IGrainFactory grains, ReportFactReading reading, ReportFactFiles files, ReportCauses causes, CountingRules rules, IDatabase database, TimeProvider clock)
{
    private sealed record Difference(string Person, string TraineeId, string CohortId, ReportFact? Then, ReportFact? Now);

    /// <summary>Compares.</summary>
    /// <param name="report">The report.</param>
    /// <exception cref="InvalidDataException">Its facts are not there.</exception>
    public async Task<ReportDelta> Of(Report report)
    {
        var text = await files.Find(report) ?? throw new InvalidDataException($"The facts of report {report.Id} are missing. Restore the table report_facts from a backup.");
        var (then, now) = (ReportFacts.Parse(text), await reading.Now(report.Query));
        var merged = await Merged();
        string Person(string trainee)
        {
            // Somebody merged into somebody merged: the last one stands for all.
            for (var steps = 0; steps <= merged.Count && merged.TryGetValue(trainee, out var into); steps++) trainee = into;
            return trainee;
        }

        var differences = Differences(then, now).Select(d => new Difference(Person(d.Trainee), d.Trainee, d.Cohort, d.Then, d.Now)).ToList();
        var rule = rules.Of(report.Query.Rule);
        var (thenBy, nowBy) = (then.All.ToLookup(f => Person(f.TraineeId)), now.All.ToLookup(f => Person(f.TraineeId)));
        decimal Worth(ILookup<string, ReportFact> all, string person) =>
            all[person].GroupBy(f => f.TraineeId).Sum(g => ReportFacts.Units(report.Query, rule, g).Values.Sum());

        var cohortsThen = then.All.Select(f => f.CohortId).ToHashSet();
        var known = await causes.Load([.. differences.Select(d => d.CohortId).Distinct()], [.. differences.Select(d => (d.CohortId, d.Then, d.Now))], report.FrozenAt);
        var merges = await causes.Merges([.. differences.Select(d => d.TraineeId).Distinct()], report.FrozenAt);
        var touched = differences.ToLookup(d => d.CohortId, d => d.TraineeId);
        var changes = differences.GroupBy(d => d.Person).Select(g => new ReportChange(
                g.Key, Worth(nowBy, g.Key) - Worth(thenBy, g.Key),
                [.. g.SelectMany(d => Causes(d, known.Of(d.TraineeId, d.CohortId, d.Then, d.Now), [.. merges.Of(d.TraineeId, d.CohortId, touched[d.CohortId], Person)], cohortsThen)).Distinct()]))
            .OrderByDescending(c => c.Effect != 0).ThenBy(c => c.TraineeId, StringComparer.Ordinal).ToImmutableArray();
        var answered = await grains.GetGrain<IRegionReachGrain>(report.Query.Region).Answer(report.Query);
        return new ReportDelta
        {
            ComparedAt = clock.GetUtcNow(),
            Now = answered,
            RuleVersion = rule.Version,
            Fingerprint = now.Fingerprint,
            FactsAreIntact = Report.Sha256(text) == report.Fingerprint,
            Changes = changes,
            // Headcounts have no facts of their own, and first times hang on days: there the sum says nothing.
            Unexplained = report.Query.Measure is Measure.Headcount or Measure.FirstTime ? 0 : answered.Answer.Total - report.Total - changes.Sum(c => c.Effect),
        };
    }

    private static IEnumerable<ReportCause> Causes(Difference difference, IReadOnlyList<ReportCause> found, IReadOnlyList<ReportCause> merges, HashSet<string> cohortsThen)
    {
        // A merge explains all that nobody noted: facts that look like another plan, or like nothing that is known.
        if (merges.Count > 0) return merges.Concat(found.Where(c => c.Kind is not (ReportChangeKind.PlanChanged or ReportChangeKind.EnrolmentFacts or ReportChangeKind.Other)));
        return cohortsThen.Contains(difference.CohortId)
            ? found
            : found.Select(c => c.Kind is ReportChangeKind.Correction or ReportChangeKind.CheckIn ? c with { Kind = ReportChangeKind.NewCohort, Session = null } : c);
    }

    private static IEnumerable<(string Trainee, string Cohort, ReportFact? Then, ReportFact? Now)> Differences(ReportFacts then, ReportFacts now)
    {
        var (before, after) = (then.All.ToDictionary(f => (f.TraineeId, f.CohortId)), now.All.ToDictionary(f => (f.TraineeId, f.CohortId)));
        return before.Keys.Union(after.Keys).Select(key => (key.TraineeId, key.CohortId, before.GetValueOrDefault(key), after.GetValueOrDefault(key))).Where(d => d.Item3 != d.Item4);
    }

    private async Task<Dictionary<string, string>> Merged() => (await database.ReadAsync((connection, cancel) => connection.RowsAsync(
            "select trainee_id, merged_into from people where merged_into is not null", [], row => (From: row.GetString(0), Into: row.GetString(1)), cancel)))
        .ToDictionary(row => row.From, row => row.Into);
}
