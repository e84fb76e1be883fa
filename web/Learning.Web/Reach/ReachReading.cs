using Learning.Contracts.Reach;
using Learning.Domain.Reach;
using Learning.Domain.Regions;
using Learning.Domain.Sessions;
using Learning.Silo.ReadModel;
using Learning.Web.Words;
using Microsoft.EntityFrameworkCore;

namespace Learning.Web.Reach;

/// <summary>Asks the reach grains, and puts names to what they answer.</summary>
public sealed class ReachReading(IGrainFactory grains, ReachNames names, RegionTree regions, IDbContextFactory<LearningReadModel> readModel)
{
    /// <summary>The bare answer.</summary>
    /// <param name="query">What is asked.</param>
    public Task<RegionalReach> Answer(ReachQuery query) => grains.GetGrain<IRegionReachGrain>(query.Region).Answer(query);

    /// <summary>The answer with names.</summary>
    /// <param name="query">What is asked.</param>
    /// <param name="words">The reader's language.</param>
    public async Task<ReachView> View(ReachQuery query, IWords words)
    {
        var reach = await Answer(query);
        var answer = reach.Answer;
        var called = query.By is { } by ? await names.Of(by, [.. answer.Rows.Select(r => r.Key)], words) : new Dictionary<string, string>();
        return new ReachView(
            query.Measure, query.Rule, reach.RuleVersion, query.RegionKind, query.Region, reach.AsOf,
            answer.Total, query.Measure == Measure.Headcount ? 0 : answer.Total, reach.Unnamed,
            [.. answer.Rows.Select(r => new ReachViewRow(r.Key, called[r.Key], r.Value, r.Cumulative))], answer.SumOfRows, answer.Overlap);
    }

    /// <summary>The people behind a figure, a page at a time.</summary>
    /// <param name="query">What is asked.</param>
    /// <param name="row">Key of the row meant; null for the total.</param>
    /// <param name="after">Number after which to go on; -1 from the start.</param>
    /// <param name="limit">At most so many.</param>
    /// <returns>The people, and the number after which to go on; null at the end.</returns>
    public async Task<(IReadOnlyList<ReachedPersonView> People, long? Next)> People(ReachQuery query, string? row, long after, int limit)
    {
        var numbers = (await grains.GetGrain<IRegionReachGrain>(query.Region).People(query, row, after, limit)).ToList();
        await using var db = await readModel.CreateDbContextAsync();
        var people = await db.People.Where(p => numbers.Contains(p.Number)).OrderBy(p => p.Number)
            .Select(p => new { p.TraineeId, p.Patronymic, p.GivenName }).ToListAsync();
        var ids = people.Select(p => p.TraineeId).ToList();
        var merged = await db.MergedRecords.Where(m => ids.Contains(m.PersonId)).ToDictionaryAsync(m => m.TraineeId, m => m.PersonId);
        ids.AddRange(merged.Keys);
        var marks = (await (
            from mark in db.Marks
            join session in db.Sessions on mark.SessionId equals session.SessionId
            join cohort in db.Cohorts on mark.CohortId equals cohort.CohortId
            where ids.Contains(mark.TraineeId)
                && (mark.Mark == Mark.Present || mark.Mark == Mark.Late)
                && cohort.State != Domain.Cohorts.CohortState.Cancelled
                && (query.From == null || session.HeldOn >= query.From)
                && (query.To == null || session.HeldOn <= query.To)
                && (query.Course == null || cohort.CourseCode == query.Course)
                && (query.Funder == null || db.CohortGrants.Any(g => g.CohortId == cohort.CohortId && g.Funder == query.Funder))
            orderby session.HeldOn
            select new { mark.TraineeId, mark.SessionId, mark.CohortId, session.HeldOn, cohort.CourseCode, session.Region, mark.Mark }).ToListAsync())
            .Where(m => query.RegionKind == RegionKind.Home || regions.IsWithin(m.Region, query.Region))
            // Of two records of one person who were both there, one mark says it.
            .GroupBy(m => (Person: merged.GetValueOrDefault(m.TraineeId, m.TraineeId), m.SessionId))
            .ToLookup(g => g.Key.Person, g => g.Select(m => new ReachedMark(m.SessionId, m.CohortId, m.HeldOn, m.CourseCode, m.Region, m.Mark!.Value)).MinBy(m => m.Mark)!);
        return (
            [.. people.Select(p => new ReachedPersonView(p.TraineeId, p.Patronymic.Length == 0 ? p.GivenName : $"{p.Patronymic} {p.GivenName}", [.. marks[p.TraineeId]]))],
            numbers.Count == limit ? numbers[^1] : null);
    }
}
