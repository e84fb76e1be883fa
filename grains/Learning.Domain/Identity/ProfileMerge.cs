using Learning.Domain.Text;
using Learning.Domain.Trainees;

namespace Learning.Domain.Identity;

/// <summary>Makes one profile of what several rows say about one person. The order of the rows does not matter.</summary>
public static class ProfileMerge
{
    /// <summary>
    /// The profile: the spelling that most rows agree on up to transliteration, in Cyrillic if any row has it, a full patronymic
    /// before an initial; the commonest birth year; home, organisation and phone of the latest row that states them.
    /// </summary>
    /// <param name="rows">Rows of one person, at least one.</param>
    /// <param name="commonness">How often a key of a name occurs in the whole batch: of two spellings with one row each, the rarer one is the slip.</param>
    public static PersonEvidence Of(IReadOnlyCollection<IdentityRow> rows, Func<string, int>? commonness = null)
    {
        if (rows.Count == 1)
        {
            var only = rows.First().Evidence;
            return only with { GivenName = PersonName.Given(only.GivenName), Patronymic = PersonName.Patronymic(only.Patronymic) };
        }
        var evidence = rows.Select(r => r.Evidence).ToList();
        var latest = rows.OrderByDescending(r => r.On ?? DateOnly.MinValue).ThenBy(r => r.Key, StringComparer.Ordinal).Select(r => r.Evidence).ToList();
        var patronymics = evidence.Select(e => PersonName.Patronymic(e.Patronymic)).Where(p => p.Length > 0).ToList();
        var full = patronymics.Where(p => !PersonName.IsInitial(p)).ToList();
        return new PersonEvidence
        {
            GivenName = Spelling(evidence.Select(e => PersonName.Given(e.GivenName)), PersonName.GivenKey, commonness),
            Patronymic = Spelling(full.Count > 0 ? full : patronymics, PersonName.PatronymicKey, commonness: null),
            Register = latest.Select(e => e.Register).FirstOrDefault(r => r is not null),
            Phone = latest.Select(e => e.Phone).FirstOrDefault(p => p is not null),
            Sex = latest.Select(e => e.Sex).FirstOrDefault(s => s != Sex.NotStated),
            BirthYear = evidence.Where(e => e.BirthYear is not null).GroupBy(e => e.BirthYear).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).FirstOrDefault()?.Key,
            HomeRegion = latest.Select(e => e.HomeRegion).FirstOrDefault(h => h is not null),
            Organisation = latest.Select(e => e.Organisation).FirstOrDefault(o => o is not null),
        };
    }

    private static string Spelling(IEnumerable<string> spellings, Func<string, string> keyOf, Func<string, int>? commonness) => spellings
        .Where(s => s.Length > 0)
        .GroupBy(keyOf, StringComparer.Ordinal)
        .OrderByDescending(g => g.Count())
        .ThenByDescending(g => commonness?.Invoke(g.Key) ?? 0)
        .ThenByDescending(g => g.Any(MongolianText.HasCyrillic))
        .ThenBy(g => g.Key, StringComparer.Ordinal)
        .FirstOrDefault()?
        .GroupBy(s => s, StringComparer.Ordinal)
        .OrderByDescending(g => MongolianText.HasCyrillic(g.Key))
        .ThenByDescending(g => g.Count())
        // Of a name and its genitive the name is the shorter.
        .ThenBy(g => g.Key.Length)
        .ThenBy(g => g.Key, StringComparer.Ordinal)
        .First().Key ?? "";
}
