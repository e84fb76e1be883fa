using Learning.Domain.Cohorts;
using Learning.Domain.Regions;
using Learning.Domain.Sessions;
using Learning.Silo.ReadModel;
using Learning.Web.Api.Trainees;
using Microsoft.EntityFrameworkCore;

namespace Learning.Web.Pages.PeoplePages;

/// <summary>The list of people, a page at a time.</summary>
public static class PeopleFinding
{
    /// <summary>People on one page of the list.</summary>
    public const int PageSize = 50;

    /// <summary>Longest question that is looked for, in characters; the rest of a longer one is not looked at.</summary>
    public const int LongestQuestion = 100;

    /// <summary>A page of people whom nothing has merged or retracted.</summary>
    /// <param name="db">The read model.</param>
    /// <param name="regions">The regions.</param>
    /// <param name="question">What was typed; everybody without it.</param>
    /// <param name="region">P-code of the home region, with all below it; anywhere without it.</param>
    /// <param name="after">Number of the last person of the page before; 0 for the first page.</param>
    /// <param name="cancel">Cancels.</param>
    public static async Task<PeopleFound> Find(
        LearningReadModel db, RegionTree regions, string? question, string? region, long after, CancellationToken cancel)
    {
        var people = db.People.Where(p => p.MergedInto == null && !p.Retracted);
        if (!string.IsNullOrEmpty(region))
        {
            var within = regions.All.Where(r => regions.IsWithin(r.Code, region)).Select(r => r.Code).ToList();
            people = people.Where(p => p.HomeRegion != null && within.Contains(p.HomeRegion));
        }

        people = await PersonSearch.Matching(db, people, question?.Length > LongestQuestion ? question[..LongestQuestion] : question, cancel);
        var count = await people.CountAsync(cancel);
        var rows = await people.Where(p => p.Number > after).OrderBy(p => p.Number).Take(PageSize + 1).ToListAsync(cancel);
        long? next = rows.Count > PageSize ? rows[PageSize - 1].Number : null;
        return new PeopleFound(await Listed(db, [.. rows.Take(PageSize)], cancel), count, next);
    }

    private static async Task<IReadOnlyList<ListedPerson>> Listed(LearningReadModel db, List<PersonRow> rows, CancellationToken cancel)
    {
        var ids = rows.Select(r => r.TraineeId).ToList();
        var merged = await db.MergedRecords.Where(m => ids.Contains(m.PersonId)).ToDictionaryAsync(m => m.TraineeId, m => m.PersonId, cancel);
        ids.AddRange(merged.Keys);
        var participations = (await db.Marks
            .Where(m => ids.Contains(m.TraineeId) && (m.Mark == Mark.Present || m.Mark == Mark.Late))
            .Where(m => db.Cohorts.Any(c => c.CohortId == m.CohortId && c.State != CohortState.Cancelled))
            .Select(m => new { m.TraineeId, m.CohortId }).Distinct().ToListAsync(cancel))
            .Select(m => (Person: merged.GetValueOrDefault(m.TraineeId, m.TraineeId), m.CohortId)).Distinct()
            .CountBy(m => m.Person).ToDictionary();
        var codes = rows.Select(r => r.Organisation).OfType<string>().Distinct().ToList();
        var organisations = await db.Organisations.Where(o => codes.Contains(o.Code)).ToDictionaryAsync(o => o.Code, cancel);
        return
        [
            .. rows.Select(r => new ListedPerson(
                r, r.Organisation is { } code ? organisations.GetValueOrDefault(code) : null, participations.GetValueOrDefault(r.TraineeId))),
        ];
    }
}
