using System.Text.Json;
using CsCheck;
using Learning.Contracts.Reach;
using Learning.Domain.Reach;
using Learning.Domain.Regions;
using Learning.Grains.Reach;
using Learning.Silo.Storage;
using Learning.Tests.Databases;
using Learning.Tests.Grains;
using Microsoft.Extensions.DependencyInjection;

namespace Learning.Tests.Reach;

/// <summary>What the grains answer, what a plain count over objects gives, and what the database counts: three ways to one number.</summary>
public sealed class ReadModelReachTests
{
    [Theory, OnSqlite]
    public Task Grain_plain_count_and_count_distinct_agree_on_any_history(DatabaseKind kind) => Agree(kind, histories: 60, questions: 16);

    [Theory, OnPostgres]
    public Task They_agree_on_postgres_too(DatabaseKind kind) => Agree(kind, histories: 12, questions: 16);

    private static async Task Agree(DatabaseKind kind, int histories, int questions)
    {
        await using var silo = await TestSilo.StartAsync(kind);
        var database = silo.Services.GetRequiredService<IDatabase>();
        var rules = silo.Services.GetRequiredService<CountingRules>();
        var regions = silo.Services.GetRequiredService<RegionTree>();
        var facts = silo.Services.GetRequiredService<IReachFacts>();
        var today = regions.Today(silo.Clock);
        var sql = new SqlReach(database);
        // Every kind of row is asked for in each history, for both kinds of region, and totals besides.
        var asked = Gen.Select(Histories.Query, Gen.OneOf([.. rules.All.Select(r => r.Id)])).Array[questions].Select(all => all
            .Select((q, i) => q.Item1 with { Rule = q.Item2, RegionKind = (RegionKind)(i % 2), By = i < 16 ? (ReachBy)(i / 2) : null })
            .Concat(all.Take(2).Select(q => q.Item1 with { Rule = q.Item2, By = null })).ToArray());
        await Gen.Select(ReadModelHistory.Any, asked).SampleAsync(
            async (history, queries) =>
            {
                await history.Write(database);
                await AgreeInPart(facts);
                await silo.Grains.GetGrain<IReachShardGrain>(0).Reload();
                foreach (var code in Fixture.RegionCodes) await silo.Grains.GetGrain<IRegionReachGrain>(code).Changed();
                foreach (var query in queries)
                {
                    var rule = rules.Of(query.Rule);
                    var reach = await silo.Grains.GetGrain<IRegionReachGrain>(query.Region).Answer(query);
                    var naive = history.Naive().Answer(query, rule, today);
                    var (total, rows) = await sql.Answer(query, rule, today);

                    Assert.Equal((naive.Total, total), (reach.Answer.Total, reach.Answer.Total));
                    Assert.Equal<ReachRow>(naive.Rows.ToArray(), reach.Answer.Rows.ToArray());
                    Assert.Equal(rows, reach.Answer.Rows.Where(r => r.Value != 0));
                    Assert.Equal(reach.Answer.Total, reach.Answer.SumOfRows - reach.Answer.Overlap);
                    Assert.Equal(await sql.Unnamed(query), reach.Unnamed);
                    Assert.Equal((query, rule.Version), (reach.Query, reach.RuleVersion));
                    Assert.Equal(silo.Clock.GetUtcNow(), reach.AsOf);
                }
            },
            iter: histories, threads: 1);
    }

    /// <summary>What is read of some cohorts of some people is what is read of these cohorts when everything is.</summary>
    private static async Task AgreeInPart(IReachFacts facts)
    {
        var all = await facts.People(0, [.. Enumerable.Range(0, 12).Select(n => (long)n)]);
        // Of each person two cohorts in three.
        var asked = all.SelectMany(p => Enumerable.Range(0, 8).Where(c => (p.Number + c) % 3 > 0).Select(c => new ChangedParticipation(p.Number, $"c{c}"))).ToHashSet();

        var some = await facts.Participations(asked);

        Assert.Equal(asked.Select(a => (int)a.Number).Distinct().Order(), some.Select(p => p.Number).Order());
        foreach (var person in some)
        {
            var expected = all.Single(p => p.Number == person.Number).Participations.Where(p => asked.Contains(new(person.Number, p.CohortId)));
            Assert.Equal(Text(expected), Text(person.Participations));
        }
    }

    private static IEnumerable<string> Text(IEnumerable<ParticipationFact> participations) => participations.Select(p => JsonSerializer.Serialize(p)).Order(StringComparer.Ordinal);
}
