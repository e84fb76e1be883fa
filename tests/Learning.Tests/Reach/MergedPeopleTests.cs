using System.Globalization;
using Learning.Contracts.Cohorts;
using Learning.Contracts.Reach;
using Learning.Contracts.Trainees;
using Learning.Domain.Reach;
using Learning.Domain.Sessions;
using Learning.Domain.Trainees;
using Learning.Silo.Auditing;
using Learning.Silo.Projections;
using Learning.Silo.Storage;
using Learning.Tests.Databases;
using Learning.Tests.Grains;
using Microsoft.Extensions.DependencyInjection;
using static Learning.Tests.Grains.Training;

namespace Learning.Tests.Reach;

/// <summary>People merged at random while cohorts are held: what reach says is the number of people in a set, and an undo leaves no trace.</summary>
public sealed class MergedPeopleTests
{
    private const int People = 8;

    [Theory, OnSqlite]
    public Task Figures_follow_merges_and_their_undoing_in_any_order(DatabaseKind kind) => Follow(kind, 2018, 2019, 2026);

    [Theory, OnPostgres]
    public Task They_do_on_postgres_too(DatabaseKind kind) => Follow(kind, 7);

    private static async Task Follow(DatabaseKind kind, params int[] seeds)
    {
        await using var silo = await TestSilo.StartAsync(kind);
        var (all, attended) = (new List<string>(), new List<(string Cohort, int Session, string Record)>());
        var completed = new List<(string Cohort, string Record)>();
        foreach (var seed in seeds)
        {
            var chance = new Random(seed);
            var records = await silo.PeopleAsync([.. Enumerable.Repeat("Өлзий", People)]);
            all.AddRange(records);
            for (var c = 0; c < 3; c++) await Hold(silo, chance, records, attended, completed);
            await CatchUp(silo);
            var (figures, tables) = (await Figures(silo), await Tables(silo));

            var merges = new List<Merge>();
            var personOf = all.ToDictionary(id => id, id => id);
            for (var i = 0; i < People; i++)
            {
                var outcome = await silo.Merging().Merge(new MergeRequest(chance.GetItems(records, 1)[0], chance.GetItems(records, 1)[0], "admin", "", NewId()));
                if (outcome.Merge is not { } merge) continue;
                merges.Add(merge);
                // Whoever stood for the one stands for the other from now on; found by painting over, not by following.
                var gone = personOf[MergeId.TraineeOf(merge.Id)!];
                foreach (var record in all.Where(r => personOf[r] == gone)) personOf[record] = personOf[merge.Into];
                await CatchUp(silo);
                await AreSets(silo, attended, completed, personOf);
            }

            Assert.True(merges.Count > 2, "Nothing was merged.");
            Assert.True(await silo.Services.GetRequiredService<FigureAudit>().Run(TextWriter.Null));
            var merged = (Figures: await Figures(silo), Tables: await Tables(silo));
            await silo.Services.GetRequiredService<ReadModelRebuild>().Run();
            Assert.Equal(merged, (await Figures(silo), await Tables(silo)));
            await AreSets(silo, attended, completed, personOf);

            foreach (var merge in merges.OrderBy(_ => chance.Next()))
            {
                Assert.NotNull((await silo.Merging().Undo(merge.Id, "admin")).Merge);
                await CatchUp(silo);
                Assert.True(await silo.Services.GetRequiredService<FigureAudit>().Run(TextWriter.Null));
            }

            Assert.Equal(figures, await Figures(silo));
            Assert.Equal(tables, await Tables(silo));
        }
    }

    private static async Task Hold(
        TestSilo silo, Random chance, string[] records, List<(string Cohort, int Session, string Record)> attended, List<(string Cohort, string Record)> completed)
    {
        var cohort = await silo.CohortAsync(Plan(capacity: People, region: chance.GetItems(["MN6416", "MN6404", "MN4101"], 1)[0]));
        var id = cohort.GetPrimaryKeyString();
        await cohort.EnrolAsync(records);
        foreach (var record in records)
        {
            var sessions = chance.Next(4);
            foreach (var number in new[] { 1, 2 }.Where(n => (sessions & n) > 0))
            {
                await silo.Session(cohort, number).Correct([new Correction(NewId(), record, number == 1 ? Mark.Present : Mark.Late, "цаас", "admin", silo.Clock.Now)]);
                attended.Add((id, number, record));
            }

            if (sessions == 3) completed.Add((id, record));
        }

        await cohort.Close("admin");
    }

    private static async Task AreSets(
        TestSilo silo, List<(string Cohort, int Session, string Record)> attended, List<(string Cohort, string Record)> completed, Dictionary<string, string> personOf)
    {
        var there = attended.Select(a => (a.Cohort, a.Session, Person: personOf[a.Record])).ToHashSet();
        var done = completed.Select(c => (c.Cohort, Person: personOf[c.Record])).ToHashSet();
        (Measure Measure, decimal Expected)[] sets =
        [
            (Measure.Reached, there.DistinctBy(a => a.Person).Count()), (Measure.Participations, there.DistinctBy(a => (a.Cohort, a.Person)).Count()), (Measure.ContactHours, there.Count * 6),
            (Measure.Completed, done.DistinctBy(c => c.Person).Count()), (Measure.Completions, done.Count), (Measure.Certified, done.DistinctBy(c => c.Person).Count()),
        ];
        // What the grains answer, the tables say, too.
        var sql = new SqlReach(silo.Services.GetRequiredService<IDatabase>());
        var rule = silo.Services.GetRequiredService<CountingRules>().Of("once-ever");
        foreach (var (measure, expected) in sets)
            Assert.Equal((measure, expected, expected), (measure, await Total(silo, measure), (await sql.Answer(new() { Measure = measure }, rule, Day)).Total));
        var people = await silo.Grains.GetGrain<IRegionReachGrain>("MN").People(new(), null, -1, 1_000);
        Assert.Equal(there.DistinctBy(a => a.Person).Count(), people.Length);
    }

    private static async Task<decimal> Total(TestSilo silo, Measure measure) => (await silo.Grains.GetGrain<IRegionReachGrain>("MN").Answer(new() { Measure = measure })).Answer.Total;

    private static async Task<string> Figures(TestSilo silo)
    {
        var said = new List<string>();
        foreach (var region in (string[])["MN", "MN64", "MN6416"])
            foreach (var by in Enum.GetValues<ReachBy>())
                foreach (var measure in (Measure[])[Measure.Reached, Measure.FirstTime, Measure.Completions, Measure.ContactHours])
                {
                    var answer = (await silo.Grains.GetGrain<IRegionReachGrain>(region).Answer(new() { Region = region, By = by, Measure = measure })).Answer;
                    said.Add($"{region} {by} {measure} {answer.Total} {string.Join(';', answer.Rows)}");
                }

        return string.Join('\n', said);
    }

    /// <summary>All that the read model says; only the numbers of people are given anew by a rebuild.</summary>
    private static async Task<string> Tables(TestSilo silo)
    {
        var said = new List<string>();
        foreach (var table in (string[])["people", "badges", "cohorts", "enrolments", "sessions", "marks", "certificates", "merged_records"])
        {
            var rows = await silo.Services.GetRequiredService<IDatabase>().ReadAsync((connection, cancel) => connection.RowsAsync(
                $"select * from {table}", [], row => string.Join('|', Enumerable.Range(0, row.FieldCount).Where(i => table != "people" || row.GetName(i) != "number")
                    .Select(i => Convert.ToString(row.GetValue(i), CultureInfo.InvariantCulture))), cancel));
            said.Add($"{table}: {string.Join('\n', rows.Order(StringComparer.Ordinal))}");
        }

        return string.Join('\n', said);
    }

    private static Task CatchUp(TestSilo silo) => silo.Services.GetRequiredService<ReadModelFreshness>().CatchUp();
}
