using System.Collections.Immutable;
using Learning.Domain.Text;
using Learning.Silo.ReadModel;
using Microsoft.EntityFrameworkCore;

namespace Learning.Web.Pages.Apply;

/// <summary>
/// Finds an organisation by what somebody calls it. There are hundreds: as a list to choose from they would be most of the
/// page's bytes, and nobody scrolls through them on a phone.
/// </summary>
/// <param name="readModel">Where they are listed.</param>
public sealed class OrganisationSearch(IDbContextFactory<LearningReadModel> readModel)
{
    /// <summary>Most organisations to choose from; of more, somebody has to type more of the name.</summary>
    public const int Most = 12;

    private const int Longest = 200;

    /// <summary>The organisations that the text names: by code, by its whole name, or else by part of one, in either script.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>One when it is clear; several to choose from; none when unknown or too many.</returns>
    public async Task<ImmutableArray<OrganisationRow>> Find(string? text, CancellationToken cancel)
    {
        if (text is null or { Length: > Longest }) return [];
        var key = Transliteration.Key(text);
        if (key.Length == 0) return [];
        await using var db = await readModel.CreateDbContextAsync(cancel);
        // The federation itself is nobody's own organisation.
        var all = await db.Organisations.Where(o => o.Parent != null).ToListAsync(cancel);
        var exact = all.Where(o => Names(o).Contains(key)).ToImmutableArray();
        if (exact.Length == 1) return exact;
        var near = all.Where(o => Names(o).Any(name => name.Contains(key, StringComparison.Ordinal))).Take(Most + 1).ToImmutableArray();
        return near.Length > Most ? [] : near;
    }

    private static string[] Names(OrganisationRow row) => [Transliteration.Key(row.Code), Transliteration.Key(row.NameMn), Transliteration.Key(row.NameEn)];
}
