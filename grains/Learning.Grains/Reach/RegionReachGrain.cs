using System.Collections.Immutable;
using Learning.Contracts.Reach;
using Learning.Domain.Reach;
using Learning.Domain.Reach.Donors;
using Learning.Domain.Reach.SmallCells;
using Learning.Domain.Regions;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using Orleans.Utilities;

namespace Learning.Grains.Reach;

/// <inheritdoc cref="IRegionReachGrain"/>
[Reentrant]
public sealed class RegionReachGrain(
    IReachFacts facts, ReachQuestions questions, CountingRules rules, RegionTree regions, TimeProvider clock, ILogger<RegionReachGrain> logger)
    : Grain, IRegionReachGrain
{
    private readonly KeptAnswers<RegionalReach> answers = new();
    private readonly KeptAnswers<RegionalDonors> donors = new();
    private readonly ObserverManager<IReachObserver> watchers = new(TimeSpan.FromMinutes(2), logger);

    private string Region => this.GetPrimaryKeyString();

    /// <inheritdoc/>
    public Task<RegionalReach> Answer(ReachQuery query) => answers.Of(query, regions.Today(clock), Work);

    /// <inheritdoc/>
    public Task<RegionalDonors> Donors(ReachQuery query) => donors.Of(query with { By = ReachBy.Funder }, regions.Today(clock), WorkDonors);

    /// <inheritdoc/>
    public async Task<ImmutableArray<long>> People(ReachQuery query, string? row, long after, int limit)
    {
        var today = regions.Today(clock);
        var people = ImmutableArray.CreateBuilder<long>();
        // Shards hold people in the order of their numbers, so they are asked one after another until the page is full.
        for (var shard = after < 0 ? 0 : ReachShards.Of(after); shard < await facts.Shards() && people.Count < limit; shard++)
            people.AddRange(await Shard(shard).People(query, row, today, after, limit - people.Count));
        return people.ToImmutable();
    }

    /// <inheritdoc/>
    public async Task Changed()
    {
        // An answer being worked out now may have missed the change: whoever asks from here on gets another.
        answers.Clear();
        donors.Clear();
        await watchers.Notify(watcher => watcher.Changed(Region));
    }

    /// <inheritdoc/>
    public Task Watch(IReachObserver observer)
    {
        watchers.Subscribe(observer, observer);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task Unwatch(IReachObserver observer)
    {
        watchers.Unsubscribe(observer);
        return Task.CompletedTask;
    }

    private async Task<RegionalReach> Work(ReachQuery query, DateOnly today)
    {
        var question = await questions.Of(query, today);
        var unnamed = HeadcountReach.Evaluate(await facts.Headcounts(), question);
        var named = query.Measure == Measure.Headcount ? unnamed : await Named(query, today);
        return new RegionalReach
        {
            Query = query,
            RuleVersion = rules.Of(query.Rule).Version,
            Answer = named.ToAnswer(),
            Unnamed = unnamed.Total,
            AsOf = clock.GetUtcNow(),
        };
    }

    private async Task<RegionalDonors> WorkDonors(ReachQuery query, DateOnly today)
    {
        var parts = await Task.WhenAll(Enumerable.Range(0, await facts.Shards()).Select(shard => Shard(shard).Donors(query, today)));
        var all = DonorPartial.Sum(parts);
        return new RegionalDonors
        {
            Query = query,
            RuleVersion = rules.Of(query.Rule).Version,
            Donors = all.ToReach(),
            ForOthers = SmallDonors.Of(all)?.ToReach(),
            Unnamed = HeadcountReach.Evaluate(await facts.Headcounts(), await questions.Of(query, today)).Total,
            AsOf = clock.GetUtcNow(),
        };
    }

    private async Task<ReachPartial> Named(ReachQuery query, DateOnly today)
    {
        var shards = await facts.Shards();
        var parts = await Task.WhenAll(Enumerable.Range(0, shards).Select(shard => Shard(shard).Evaluate(query, today)));
        return shards == 0 ? new ReachPartial { Measure = query.Measure, By = query.By } : ReachPartial.Sum(parts);
    }

    private IReachShardGrain Shard(int number) => GrainFactory.GetGrain<IReachShardGrain>(number);
}
