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
            var byCode = people.Where(p => db.Badges.Any(b => b.ShortCode == code && b.TraineeId == p.TraineeId));
            if (await byCode.AnyAsync(cancel)) return byCode;
        }

        if (PhoneNumber.Canonical(q) is { } phone) return people.Where(p => p.Phone == phone);
        foreach (var word in Transliteration.Key(q).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct()) people = people.Where(p => p.Search.Contains(word));
        return people;
    }
}
