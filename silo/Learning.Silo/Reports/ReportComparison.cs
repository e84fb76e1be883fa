using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Learning.Contracts.Reach;
using Learning.Domain.Reach;
using Learning.Domain.Reports;
using Learning.Domain.Sessions;
using Learning.Silo.Storage;

namespace Learning.Silo.Reports;

/// <summary>Compares a frozen report with what the same view comes to now.</summary>
public sealed class ReportComparison(
    IGrainFactory grains, ReportFactReading reading, ReportFactFiles files, ReportCauses causes, IDatabase database, TimeProvider clock)
{
    private sealed record Difference(string Person, string TraineeId, string CohortId, ReportFact? Then, ReportFact? Now);

    /// <summary>Compares.</summary>
    /// <param name="report">The report.</param>
    /// <exception cref="InvalidDataException">Its facts are not there.</exception>
    public async Task<ReportDelta> Of(Report report)
    {
        var (then, areIntact) = await Then(report);
        var question = await reading.Question(report.Query);
        var now = await reading.Now(question, report.FactsForm);
        var merged = await Merged();
        string Person(string trainee) => merged.GetValueOrDefault(trainee, trainee);

        var differences = Differences(then, now).Select(d => new Difference(Person(d.Trainee), d.Trainee, d.Cohort, d.Then, d.Now)).ToLookup(d => d.CohortId);
        var (thenBy, nowBy) = (then.All.ToLookup(f => Person(f.TraineeId)), now.All.ToLookup(f => Person(f.TraineeId)));
        decimal Worth(ILookup<string, ReportFact> all, string person) =>
            all[person].GroupBy(f => f.TraineeId).Sum(g => ReportFacts.Units(question, g).Values.Sum());

        var cohortsThen = then.All.Select(f => f.CohortId).ToHashSet();
        var headcounts = Headcounts(then, now).ToLookup(d => d.CohortId);
        var known = await causes.Load(
            [.. differences.Select(g => g.Key).Union(headcounts.Select(g => g.Key))], [.. differences.SelectMany(g => g).Select(d => (d.CohortId, d.Then, d.Now))], report.FrozenAt);
        var merges = await causes.Merges([.. differences.SelectMany(g => g).Select(d => d.TraineeId).Distinct()], report.FrozenAt);
        var people = differences.SelectMany(g => g).GroupBy(d => d.Person).Select(g => new ReportChange(
                g.Key, Worth(nowBy, g.Key) - Worth(thenBy, g.Key),
                [.. g.SelectMany(d => Causes(d, known.Of(d.TraineeId, d.CohortId, d.Then, d.Now), [.. merges.Of(d.TraineeId, d.CohortId, differences[d.CohortId].Select(other => other.TraineeId), Person)], cohortsThen)).Distinct()]))
            .OrderByDescending(c => c.Effect != 0).ThenBy(c => c.TraineeId, StringComparer.Ordinal);
        var unnamed = headcounts.Select(g => (g.Key, Effect: g.Sum(d => d.Now - d.Then), Causes: g.SelectMany(d => known.OfHeadcount(d.CohortId, d.Session, d.IsMoved, d.Now)).Distinct()))
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new ReportChange("", report.Query.Measure == Measure.Headcount ? g.Effect : 0, [.. g.Causes], g.Effect));
        var changes = people.Concat(unnamed).ToImmutableArray();
        var answered = await grains.GetGrain<IRegionReachGrain>(report.Query.Region).Answer(report.Query);
        // Another rule counts the same facts otherwise, before anything changed.
        var byRule = question.Rule.Version == report.RuleVersion || report.Query.Measure == Measure.Headcount ? 0 : then.Total(question) - report.Total;
        return new ReportDelta
        {
            ComparedAt = clock.GetUtcNow(),
            Now = answered,
            RuleVersion = question.Rule.Version,
            RuleEffect = byRule,
            Fingerprint = now.Fingerprint,
            FactsAreIntact = areIntact,
            Changes = changes,
            Unexplained = answered.Answer.Total - report.Total - byRule - changes.Sum(c => c.Effect),
        };
    }

    private async Task<(ReportFacts Facts, bool AreIntact)> Then(Report report)
    {
        await using var text = await files.Find(report) ?? throw new InvalidDataException($"The facts of report {report.Id} are missing. Restore the table report_facts from a backup.");
        using var hash = SHA256.Create();
        await using var hashing = new CryptoStream(text, hash, CryptoStreamMode.Read);
        using var reader = new StreamReader(hashing, Encoding.UTF8);
        var facts = ReportFacts.Read(reader);
        return (facts, Convert.ToHexStringLower(hash.Hash!) == report.Fingerprint);
    }

    private static IEnumerable<(string CohortId, int Session, bool IsMoved, long Then, long Now)> Headcounts(ReportFacts then, ReportFacts now)
    {
        var (before, after) = (then.Headcounts.ToLookup(h => h.SessionId), now.Headcounts.ToLookup(h => h.SessionId));
        foreach (var session in before.Select(g => g.Key).Union(after.Select(g => g.Key)))
        {
            if (before[session].SequenceEqual(after[session])) continue;
            if (!SessionId.TryParse(session, out var cohort, out var number)) throw new InvalidDataException($"{session} is no session.");
            var isMoved = before.Contains(session) && after.Contains(session) && !before[session].Select(h => h.Day).SequenceEqual(after[session].Select(h => h.Day));
            yield return (cohort, number, isMoved, before[session].Sum(h => h.Count), after[session].Sum(h => h.Count));
        }
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
            "select trainee_id, person_id from merged_records", [], row => (Record: row.GetString(0), Person: row.GetString(1)), cancel)))
        .ToDictionary(row => row.Record, row => row.Person);
}
