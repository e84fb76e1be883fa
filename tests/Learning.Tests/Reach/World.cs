using System.Collections.Immutable;
using Learning.Domain.Reach;
using Learning.Domain.Reach.Donors;
using Learning.Domain.Reports;

namespace Learning.Tests.Reach;

/// <summary>The same facts twice: as plain objects, and in the columns of one or more shards.</summary>
internal sealed class World
{
    private readonly Dictionary<string, CohortFact> cohorts = [];
    private readonly Dictionary<int, ImmutableArray<ParticipationFact>> people = [];
    private readonly ReachColumns[] shards;

    public World(int shardCount, bool sharedDimensions)
    {
        var dimensions = new ReachDimensions();
        shards = [.. Enumerable.Range(0, shardCount).Select(_ => sharedDimensions ? new ReachColumns(dimensions) : new ReachColumns())];
    }

    public IReadOnlyList<ReachColumns> Shards => shards;

    public void Apply(Change change)
    {
        switch (change)
        {
            case Change.Person person:
                Person(person.Number, person.Facts);
                break;
            case Change.Participations some:
                people[some.Number] = [.. people.GetValueOrDefault(some.Number, []).Where(p => !some.CohortIds.Contains(p.CohortId)), .. some.Facts];
                shards[some.Number % shards.Length].Replace(some.Number / shards.Length, some.CohortIds, some.Facts);
                break;
            case Change.Cohort cohort:
                cohorts[cohort.Fact.Id] = cohort.Fact;
                foreach (var shard in shards) shard.ReplaceCohort(cohort.Fact);
                break;
            case Change.Cancelled cancelled:
                cohorts.Remove(cancelled.CohortId);
                foreach (var shard in shards) shard.Dimensions.RemoveCohort(cancelled.CohortId);
                break;
            case Change.Merge merge when merge.From != merge.Into:
                var (kept, moved) = (people.GetValueOrDefault(merge.Into, []), people.GetValueOrDefault(merge.From, []));
                Person(merge.Into, [.. kept, .. moved]);
                Person(merge.From, []);
                break;
        }
    }

    public void Compact()
    {
        foreach (var shard in shards) shard.Compact();
    }

    public ReachAnswer Engine(ReachQuery query, CountingRule rule) =>
        ReachPartial.Sum(shards.Select(s => ReachEvaluation.Evaluate(s, Fixture.Ask(query, rule)))).ToAnswer();

    public ReachAnswer Naive(ReachQuery query, CountingRule rule) => new NaiveReach(cohorts, people).Answer(query, rule, Fixture.Today);

    public DonorReach Donors(ReachQuery query, CountingRule rule) => DonorsOf(query, rule).ToReach();

    // As the grains do it: numbers of people within a shard become those of the country.
    public DonorPartial DonorsOf(ReachQuery query, CountingRule rule) => DonorPartial.Sum(shards.Select(s => ReachEvaluation.Donors(s, Fixture.Ask(query, rule)))
        .Select((d, i) => d with { Sets = [.. d.Sets.Select(set => set with { People = [.. set.People.Select(p => p * shards.Length + i)] })] }));

    public List<(List<CohortFact> Cohorts, decimal Value)> Units(ReachQuery query, CountingRule rule) => new NaiveReach(cohorts, people).Units(query, rule, Fixture.Today);

    public List<(int Person, HashSet<string> Funders)> UnitsOfPeople(ReachQuery query, CountingRule rule) => [.. people.Keys.SelectMany(person =>
        new NaiveReach(cohorts, people.Where(p => p.Key == person).ToDictionary()).Units(query, rule, Fixture.Today)
            .Select(u => (person, u.Cohorts.SelectMany(c => c.Funders.IsEmpty ? [""] : c.Funders.AsEnumerable()).ToHashSet())))];

    public List<int> People(ReachQuery query, CountingRule rule, string? row) =>
        [.. shards.SelectMany((s, i) => ReachEvaluation.People(s, Fixture.Ask(query, rule), row).Select(p => p * shards.Length + i)).Order()];

    public List<int> PeopleOfUnits(ReachQuery query, CountingRule rule, string? row) =>
        [.. shards.SelectMany((s, i) => ReachEvaluation.Units(s, Fixture.Ask(query, rule), row).Select(u => u.Person * shards.Length + i)).Distinct().Order()];

    /// <summary>The facts that a report of it would keep, person by person.</summary>
    public IReadOnlyList<IReadOnlyList<ReportFact>> Facts(ReachQuery query, CountingRule rule) =>
        [.. people.Select(p => ReportFacts.Of(Fixture.Ask(query, rule), $"trainee-{p.Key}", p.Value, cohorts.GetValueOrDefault))];

    public int Listed(ReachQuery query, CountingRule rule, string? row) =>
        shards.Sum(s => ReachEvaluation.Units(s, Fixture.Ask(query, rule), row).Distinct().Count());

    private void Person(int number, ImmutableArray<ParticipationFact> facts)
    {
        people[number] = facts;
        shards[number % shards.Length].Replace(number / shards.Length, facts);
    }
}
