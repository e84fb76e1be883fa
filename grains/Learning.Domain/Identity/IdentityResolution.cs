using Learning.Domain.Ids;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Learning.Domain.Identity;

/// <summary>
/// Tells the people of a whole batch apart: a pure function of the rows as a set, so that neither their order nor a repeat
/// changes who is who. Time grows with the number of rows.
/// </summary>
public static class IdentityResolution
{
    /// <summary>
    /// Rows that share a strong key are one person, through any chain of rows, unless a contradiction stands anywhere in the
    /// chain; then see <see cref="ContradictoryRows"/>. Known people take part like rows, so that a row goes to a known person
    /// by the same rule, and never to one of two whom it fits alike.
    /// </summary>
    /// <param name="rows">The batch, in any order; the row ids are unique.</param>
    /// <param name="known">Who was known before; <see langword="null"/> for nobody.</param>
    /// <exception cref="ArgumentException">A row id is there twice, or a known holder is not described.</exception>
    public static ResolvedPeople Resolve(IReadOnlyCollection<IdentityRow> rows, KnownPeople? known = null)
    {
        known ??= KnownPeople.None;
        var all = rows.OrderBy(r => r.Key, StringComparer.Ordinal).ToArray();
        for (var i = 1; i < all.Length; i++)
            if (all[i].Key == all[i - 1].Key) throw new ArgumentException($"Row {all[i].Key} is there twice.", nameof(rows));
        var settled = all.Where(r => known.HolderByRow.ContainsKey(r.Key)).ToList();
        var open = settled.Count == 0 ? all : [.. all.Where(r => !known.HolderByRow.ContainsKey(r.Key))];

        var records = new IdentityRecords(open, known);
        var sets = records.Sets();
        var people = new Dictionary<string, List<IdentityRow>>(StringComparer.Ordinal);
        var personOfSet = new Dictionary<int, string>();
        for (var i = 0; i < open.Length; i++)
        {
            var set = sets.Find(i);
            if (!personOfSet.TryGetValue(set, out var person))
                // The rows are in the order of their ids: the first of a set is its smallest.
                personOfSet.Add(set, person = records.KnownIn(set) ?? LearningId.From("person", open[i].Key));
            RowsOf(people, person).Add(open[i]);
        }
        foreach (var row in settled) RowsOf(people, known.HolderByRow[row.Key]).Add(row);

        var claims = Claims(open.Length, records, i => personOfSet[sets.Find(i)], people, known);
        var commonness = all
            .GroupBy(r => r.Evidence.GivenName, StringComparer.Ordinal)
            .GroupBy(g => PersonName.GivenKey(g.Key), g => g.Count(), StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Sum(), StringComparer.Ordinal);
        var taken = records.KnownIds.Concat(settled.Select(r => known.HolderByRow[r.Key])).ToHashSet(StringComparer.Ordinal);
        var resolved = people
            .Select(p => new ResolvedPerson(
                p.Key,
                !taken.Contains(p.Key),
                [.. p.Value.Select(r => r.Key).Order(StringComparer.Ordinal)],
                ProfileMerge.Of(p.Value, key => commonness.GetValueOrDefault(key)),
                claims.TryGetValue(p.Key, out var keys) ? [.. keys.Order(StringComparer.Ordinal)] : []))
            .OrderBy(p => p.Rows[0], StringComparer.Ordinal)
            .ToImmutableArray();
        var byRow = resolved.SelectMany(p => p.Rows.Select(r => KeyValuePair.Create(r, p.Id))).ToFrozenDictionary(StringComparer.Ordinal);
        return new ResolvedPeople(resolved, byRow, records.Conflicts(sets, i => i < open.Length ? personOfSet[sets.Find(i)] : records.KnownIn(sets.Find(i))!));
    }

    /// <summary>
    /// Who holds which key from now on: whoever held it before, else the one with most rows (then the smallest id of a row),
    /// so that the next batch finds somebody.
    /// </summary>
    private static Dictionary<string, List<string>> Claims(
        int rowCount, IdentityRecords records, Func<int, string> personOf, Dictionary<string, List<IdentityRow>> people, KnownPeople known)
    {
        var claims = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var (key, at) in records.ByKey)
        {
            if (known.HolderByKey.ContainsKey(key)) continue;
            var best = at.Where(i => i < rowCount).Select(personOf).Distinct(StringComparer.Ordinal)
                .OrderByDescending(p => people[p].Count)
                .ThenBy(p => people[p][0].Key, StringComparer.Ordinal)
                .First();
            ref var keys = ref CollectionsMarshal.GetValueRefOrAddDefault(claims, best, out _);
            (keys ??= []).Add(key);
        }
        return claims;
    }

    private static List<IdentityRow> RowsOf(Dictionary<string, List<IdentityRow>> people, string person)
    {
        ref var rows = ref CollectionsMarshal.GetValueRefOrAddDefault(people, person, out _);
        return rows ??= [];
    }
}
