using Learning.Domain.Badges;
using Learning.Domain.Identity;
using Learning.Domain.Text;
using Learning.Silo.ReadModel;
using Microsoft.EntityFrameworkCore;

namespace Learning.Web.Api.Trainees;

/// <summary>Finding people by name in either script, by phone, or by a badge's short code.</summary>
internal static class PersonSearch
{
    /// <summary>People in the order of their numbers.</summary>
    /// <param name="db">The read model.</param>
    /// <param name="people">Whom the caller may find.</param>
    /// <param name="q">What was typed; everybody without it.</param>
    /// <param name="after">Number of the last person of the page before.</param>
    /// <param name="most">Most rows.</param>
    /// <param name="cancel">Cancels.</param>
    public static async Task<List<PersonRow>> Run(LearningReadModel db, IQueryable<PersonRow> people, string? q, long after, int most, CancellationToken cancel) =>
        await (await Matching(db, people, q, cancel)).Where(p => p.Number > after).OrderBy(p => p.Number).Take(most).ToListAsync(cancel);

    /// <summary>Those who match, in no order.</summary>
    /// <param name="db">The read model.</param>
    /// <param name="people">Whom the caller may find.</param>
    /// <param name="q">What was typed; everybody without it.</param>
    /// <param name="cancel">Cancels.</param>
    public static async Task<IQueryable<PersonRow>> Matching(LearningReadModel db, IQueryable<PersonRow> people, string? q, CancellationToken cancel)
    {
        if (ShortCode.TryRead(q, out var code))
        {
            // A name may happen to read as a code, so only a code that somebody has is one. An old badge finds its holder, too.
            var byCode = await Found(db, people, records => records.Where(p => db.Badges.Any(b => b.ShortCode == code && b.TraineeId == p.TraineeId)), cancel);
            if (await byCode.AnyAsync(cancel)) return byCode;
        }

        if (PhoneNumber.Canonical(q) is { } phone) return await Found(db, people, records => records.Where(p => p.Phone == phone), cancel);
        var words = Transliteration.Key(q).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        return words.Count == 0
            ? people
            : await Found(db, people, records => words.Aggregate(records, (found, word) => found.Where(p => p.Search.Contains(word))), cancel);
    }

    /// <summary>People of whom any record matches: whoever was merged is looked for under the name on their old badge.</summary>
    private static async Task<IQueryable<PersonRow>> Found(
        LearningReadModel db, IQueryable<PersonRow> people, Func<IQueryable<PersonRow>, IQueryable<PersonRow>> matching, CancellationToken cancel)
    {
        var merged = matching(db.People.Where(p => p.MergedInto != null)).Select(p => p.TraineeId);
        var ids = await db.MergedRecords.Where(m => merged.Contains(m.TraineeId)).Select(m => m.PersonId).Distinct().ToListAsync(cancel);
        return ids.Count == 0 ? matching(people) : matching(people).Union(people.Where(p => ids.Contains(p.TraineeId)));
    }
}
