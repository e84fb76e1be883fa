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
    /// <summary>What a view asks, now.</summary>
    /// <param name="query">The view.</param>
    public async Task<ReachQuestion> Question(ReachQuery query) => new(query, rules.Of(query.Rule), regions, await facts.Organisations(), regions.Today(clock));

    /// <summary>The facts.</summary>
    /// <param name="question">What the view asks.</param>
    /// <param name="form">In which form: see <see cref="ReportFacts.LatestForm"/>.</param>
    public async Task<ReportFacts> Now(ReachQuestion question, int form = ReportFacts.LatestForm)
    {
        var headcounts = await facts.Headcounts();
        var unnamed = HeadcountReach.Evaluate(headcounts, question).Total;
        var sessions = form == 1 ? [] : ReportFacts.Of(question, headcounts);
        // Of people known only as a number there is nothing else.
        if (question.Query.Measure == Measure.Headcount) return new ReportFacts([], unnamed, sessions);
        var cohorts = (await facts.Cohorts(null)).ToDictionary(c => c.Id, c => c.Fact, StringComparer.Ordinal);
        var found = new List<ReportFact>();
        for (var shard = 0; shard < await facts.Shards(); shard++)
        {
            var ids = await Trainees(shard);
            foreach (var person in await facts.People(shard, null))
                found.AddRange(ReportFacts.Of(question, ids[ReachShards.Number(shard, person.Number)], person.Participations, cohorts.GetValueOrDefault, form));
        }

        return new ReportFacts(found, unnamed, sessions);
    }

    private async Task<Dictionary<long, string>> Trainees(int shard) => (await database.ReadAsync((connection, cancel) => connection.RowsAsync(
            "select number, trainee_id from people where number between @first and @last",
            [("first", ReachShards.Number(shard, 0)), ("last", ReachShards.Number(shard, ReachShards.PeopleAShard - 1))],
            row => (Number: row.GetInt64(0), Id: row.GetString(1)), cancel)))
        .ToDictionary(row => row.Number, row => row.Id);
}
