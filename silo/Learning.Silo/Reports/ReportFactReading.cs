using System.Collections.Immutable;
using Learning.Contracts.Reach;
using Learning.Domain.Reach;
using Learning.Domain.Regions;
using Learning.Domain.Reports;
using Learning.Grains.Reach;
using Learning.Silo.Storage;

namespace Learning.Silo.Reports;

/// <summary>Reads the facts behind a view as they are now, from what the reach shards are loaded from.</summary>
public sealed class ReportFactReading(IReachFacts facts, IDatabase database, RegionTree regions, CountingRules rules, TimeProvider clock)
{
    /// <summary>The facts.</summary>
    /// <param name="query">The view.</param>
    public async Task<ReportFacts> Now(ReachQuery query)
    {
        var question = new ReachQuestion(query, rules.Of(query.Rule), regions, await facts.Organisations(), regions.Today(clock));
        var unnamed = HeadcountReach.Evaluate(await facts.Headcounts(), question).Total;
        // Of headcounts there is nothing but the number.
        if (query.Measure == Measure.Headcount) return new ReportFacts([], unnamed);
        var cohorts = (await facts.Cohorts(null)).ToDictionary(c => c.Id, c => c.Fact, StringComparer.Ordinal);
        var found = new List<ReportFact>();
        for (var shard = 0; shard < await facts.Shards(); shard++)
        {
            var ids = await Trainees(shard);
            foreach (var person in await facts.People(shard, null))
                found.AddRange(ReportFacts.Of(question, ids[ReachShards.Number(shard, person.Number)], person.Participations, cohorts.GetValueOrDefault));
        }

        return new ReportFacts([.. found.OrderBy(f => f.ToLine(), StringComparer.Ordinal)], unnamed);
    }

    private async Task<Dictionary<long, string>> Trainees(int shard) => (await database.ReadAsync((connection, cancel) => connection.RowsAsync(
            "select number, trainee_id from people where number between @first and @last",
            [("first", ReachShards.Number(shard, 0)), ("last", ReachShards.Number(shard, ReachShards.PeopleAShard - 1))],
            row => (Number: row.GetInt64(0), Id: row.GetString(1)), cancel)))
        .ToDictionary(row => row.Number, row => row.Id);
}
