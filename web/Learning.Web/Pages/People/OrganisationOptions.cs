using Learning.Silo.ReadModel;
using Learning.Web.Kit.Forms;
using Learning.Web.Words;
using Microsoft.EntityFrameworkCore;

namespace Learning.Web.Pages.PeoplePages;

/// <summary>The organisations to choose from, each under the one it belongs to.</summary>
public static class OrganisationOptions
{
    /// <summary>All of them, in the order of names.</summary>
    /// <param name="db">The read model.</param>
    /// <param name="words">The language.</param>
    /// <param name="cancel">Cancels.</param>
    public static async Task<IReadOnlyList<Option>> Of(LearningReadModel db, IWords words, CancellationToken cancel)
    {
        var all = await db.Organisations.ToDictionaryAsync(o => o.Code, cancel);
        string Name(OrganisationRow o) => words.Pick(o.NameMn, o.NameEn);
        var parents = all.Values.Select(o => o.Parent).OfType<string>().ToHashSet();
        // An organisation with others below it stands first among them.
        return
        [
            .. all.Values
                .Select(o => (Own: o, Head: parents.Contains(o.Code) ? o : all.GetValueOrDefault(o.Parent ?? "") ?? o))
                .OrderBy(o => Name(o.Head), words.NameOrder).ThenBy(o => o.Own.Code != o.Head.Code).ThenBy(o => Name(o.Own), words.NameOrder)
                .Select(o => new Option(o.Own.Code, $"{Name(o.Own)} ({o.Own.Code})", Group: Name(o.Head))),
        ];
    }
}
