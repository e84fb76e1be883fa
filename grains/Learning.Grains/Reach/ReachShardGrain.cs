using System.Collections.Immutable;
using Learning.Contracts.Reach;
using Learning.Domain.Reach;
using Learning.Domain.Reach.Donors;

namespace Learning.Grains.Reach;

/// <inheritdoc cref="IReachShardGrain"/>
public sealed class ReachShardGrain(IReachFacts facts, ReachDimensions dimensions, ReachQuestions questions) : Grain, IReachShardGrain
{
    private ReachColumns columns = new(dimensions);
    private readonly HashSet<int> heardOf = [];

    private int Shard => (int)this.GetPrimaryKeyLong();

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        // Also when another shard of this process has read them: it may have been long ago, and nobody told this process since.
        await RefreshCohorts(null);
        columns = new ReachColumns(dimensions, await facts.People(Shard, null));
    }

    /// <inheritdoc/>
    public Task Reload()
    {
        // Not read now: while the read model is being made anew nobody knows yet which shards there will be, and so whom to tell.
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<string>?> Refresh(
        int slot, ImmutableArray<long> people, ImmutableArray<ChangedParticipation> participations, ImmutableArray<string> cohorts, bool organisations)
    {
        if (organisations) questions.OrganisationsChanged();
        var regions = new HashSet<string>(StringComparer.Ordinal);
        // Before the cohorts: one that was cancelled has no region any more.
        var cohortsOf = participations.ToLookup(p => ReachShards.Within(p.Number), p => p.CohortId);
        foreach (var person in people.Select(ReachShards.Within).Concat(cohortsOf.Select(p => p.Key))) columns.AddRegionsOf(person, regions);
        if (cohorts.Length > 0) await RefreshCohorts(cohorts);
        // Both before anything is replaced: if one can't be read, the next try must still find what was.
        var somewhere = participations.Length == 0 ? [] : await facts.Participations(participations);
        var everywhere = people.Length == 0 ? [] : await facts.People(Shard, people);
        foreach (var person in somewhere) columns.Replace(person.Number, cohortsOf[person.Number].ToHashSet(), person.Participations);
        foreach (var person in everywhere) columns.Replace(person.Number, person.Participations);
        foreach (var person in somewhere.Concat(everywhere)) columns.AddRegionsOf(person.Number, regions);

        return heardOf.Add(slot) ? null : [.. regions];
    }

    /// <inheritdoc/>
    public async Task<ReachPartial> Evaluate(ReachQuery query, DateOnly today) => ReachEvaluation.Evaluate(columns, await questions.Of(query, today));

    /// <inheritdoc/>
    public async Task<DonorPartial> Donors(ReachQuery query, DateOnly today)
    {
        var donors = ReachEvaluation.Donors(columns, await questions.Of(query, today));
        // Numbers within the shard would be those of others in another shard.
        return donors with { Sets = [.. donors.Sets.Select(s => s with { People = [.. s.People.Select(person => ReachShards.Number(Shard, (int)person))] })] };
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<long>> People(ReachQuery query, string? row, DateOnly today, long after, int limit)
    {
        var people = ReachEvaluation.People(columns, await questions.Of(query, today), row);
        return [.. people.Select(person => ReachShards.Number(Shard, person)).SkipWhile(number => number <= after).Take(limit)];
    }

    private async Task RefreshCohorts(IReadOnlyCollection<string>? ids)
    {
        var cohorts = await facts.Cohorts(ids);
        if (ids is null) dimensions.KeepCohorts(cohorts.Select(c => c.Id).ToHashSet());
        dimensions.ReplaceCohorts(cohorts.Select(c => c.Fact).OfType<CohortFact>());
        foreach (var cohort in cohorts.Where(c => c.Fact is null)) dimensions.RemoveCohort(cohort.Id);
    }
}
