using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Learning.Domain.Identity;

/// <summary>
/// The records that take part in telling people apart: the rows first, then the known people who hold one of their keys.
/// A record is an index into both.
/// </summary>
internal sealed class IdentityRecords
{
    /// <summary>
    /// A phone that more names than this give in one batch is the trainer's or the office's, filled in for want of one: it says
    /// nothing about anybody. A family on one phone is smaller.
    /// </summary>
    public const int MostNamesOnOnePhone = 6;

    private readonly IdentityRow[] rows;
    private readonly KnownPeople known;
    private readonly IdentityFacts?[] facts;
    private readonly List<string> knownIds = [];
    private readonly Dictionary<string, List<int>> byKey = new(StringComparer.Ordinal);

    /// <summary>Gathers the records.</summary>
    /// <param name="rows">The rows, in the order of their ids.</param>
    /// <param name="known">Who was known before.</param>
    /// <exception cref="ArgumentException">Somebody holds a key and is not described.</exception>
    public IdentityRecords(IdentityRow[] rows, KnownPeople known)
    {
        this.rows = rows;
        this.known = known;
        var shared = SharedPhones(rows);
        for (var i = 0; i < rows.Length; i++)
        {
            var evidence = rows[i].Evidence;
            foreach (var key in IdentityKeys.Of(evidence.Phone is { } phone && shared.Contains(phone.Hash) ? evidence with { Phone = null } : evidence))
            {
                ref var at = ref CollectionsMarshal.GetValueRefOrAddDefault(byKey, key, out _);
                (at ??= []).Add(i);
            }
        }
        var indexOfKnown = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (key, at) in byKey)
        {
            if (!known.HolderByKey.TryGetValue(key, out var holder)) continue;
            if (!indexOfKnown.TryGetValue(holder, out var index))
            {
                indexOfKnown.Add(holder, index = rows.Length + knownIds.Count);
                knownIds.Add(holder);
            }
            at.Add(index);
        }
        if (knownIds.Find(id => !known.ById.ContainsKey(id)) is { } stranger) throw new ArgumentException($"Person {stranger} holds a key and is not described.", nameof(known));
        facts = new IdentityFacts?[rows.Length + knownIds.Count];
    }

    /// <summary>Each strong key with its records.</summary>
    public IReadOnlyDictionary<string, List<int>> ByKey => byKey;

    /// <summary>Ids of the known people who take part.</summary>
    public IReadOnlyList<string> KnownIds => knownIds;

    /// <summary>The known person in a set, if there is one.</summary>
    /// <param name="set">The index that stands for the set.</param>
    public string? KnownIn(int set) => facts[set]?.Known;

    /// <summary>Puts the records of one person together; from then on the facts at the index that stands for a set are the set's.</summary>
    public DisjointSets Sets()
    {
        var connected = new DisjointSets(facts.Length);
        foreach (var at in byKey.Values)
            for (var i = 1; i < at.Count; i++) connected.Union(at[0], at[i]);

        var members = new Dictionary<int, List<int>>();
        for (var i = 0; i < facts.Length; i++)
        {
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(members, connected.Find(i), out _);
            (list ??= []).Add(i);
        }
        var sets = new DisjointSets(facts.Length);
        var split = new Dictionary<int, (List<int> Members, Dictionary<string, List<int>> Keys)>();
        foreach (var (set, list) in members)
        {
            if (list.Count == 1) continue;
            if (Joined(list) is { } joined)
            {
                foreach (var record in list) sets.Union(list[0], record);
                facts[sets.Find(list[0])] = joined;
            }
            else split.Add(set, (list, new Dictionary<string, List<int>>(StringComparer.Ordinal)));
        }
        if (split.Count == 0) return sets;
        foreach (var (key, at) in byKey)
            if (split.TryGetValue(connected.Find(at[0]), out var part)) part.Keys.Add(key, at);
        foreach (var (list, keys) in split.Values) SplitUp(sets, list, keys);
        return sets;
    }

    /// <summary>Keys whose records ended in more than one set.</summary>
    /// <param name="sets">The sets.</param>
    /// <param name="personOf">Person id of a record.</param>
    public ImmutableArray<IdentityConflict> Conflicts(DisjointSets sets, Func<int, string> personOf)
    {
        var found = ImmutableArray.CreateBuilder<IdentityConflict>();
        foreach (var (key, at) in byKey)
        {
            if (at.Count < 2) continue;
            var holders = at.Select(sets.Find).Distinct().ToList();
            if (holders.Count < 2) continue;
            var why = Contradiction.None;
            // Enough to say why; all pairs of a number that everybody was given would take for ever.
            foreach (var other in holders.Skip(1).Take(ContradictoryRows.MostHolders)) why |= IdentityFacts.Between(FactsOf(holders[0]), FactsOf(other));
            found.Add(new IdentityConflict(key, [.. holders.Select(personOf).Order(StringComparer.Ordinal)], why));
        }
        found.Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
        return found.ToImmutable();
    }

    private static HashSet<string> SharedPhones(IdentityRow[] rows)
    {
        var namesOfPhone = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (row.Evidence.Phone is not { } phone) continue;
            ref var names = ref CollectionsMarshal.GetValueRefOrAddDefault(namesOfPhone, phone.Hash, out _);
            (names ??= new HashSet<string>(StringComparer.Ordinal)).Add(PersonName.GivenKey(row.Evidence.GivenName));
        }
        return namesOfPhone.Where(p => p.Value.Count > MostNamesOnOnePhone).Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Most records share no key with anybody, and then their facts are never asked for.</summary>
    private IdentityFacts FactsOf(int record) => facts[record] ??= record < rows.Length
        ? IdentityFacts.Of(rows[record])
        : IdentityFacts.OfPerson(known.ById[knownIds[record - rows.Length]], knownIds[record - rows.Length]);

    /// <summary>The facts of the records as one person, or <see langword="null"/> if they cannot be one.</summary>
    private IdentityFacts? Joined(List<int> list)
    {
        var joined = new IdentityFacts();
        foreach (var record in list)
        {
            if (IdentityFacts.Between(joined, FactsOf(record)) != Contradiction.None) return null;
            joined.Add(FactsOf(record));
        }
        return joined;
    }

    private void SplitUp(DisjointSets sets, List<int> list, Dictionary<string, List<int>> keys)
    {
        var place = list.Select((record, at) => (record, at)).ToDictionary(p => p.record, p => p.at);
        var own = list.Select(FactsOf).ToArray();
        var parts = ContradictoryRows.Split(own, keys.Select(k => KeyValuePair.Create(k.Key, k.Value.ConvertAll(i => place[i]))));
        foreach (var part in list.GroupBy(i => parts.Find(place[i])))
        {
            foreach (var next in part.Skip(1)) sets.Union(part.First(), next);
            facts[sets.Find(part.First())] = own[part.Key];
        }
    }
}
