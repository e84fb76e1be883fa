namespace Learning.Domain.Identity;

/// <summary>
/// Tells apart records that hang together by strong keys but cannot all be one person. Key by key, register numbers first,
/// two sets become one only if they contradict exactly the same others.
/// </summary>
/// <remarks>
/// That rule needs no order: with a man and a woman on one phone and name, a row without a sex fits both, so it contradicts
/// neither while each of them contradicts the other; it stays alone instead of going to whoever came first. Two sets with
/// the same adversaries cannot contradict each other, or one of them would be its own.
/// </remarks>
internal static class ContradictoryRows
{
    /// <summary>A key that this many sets which are not one person share says nothing about anybody: a number filled in for want of one.</summary>
    public const int MostHolders = 1000;

    /// <summary>Splits the records.</summary>
    /// <param name="facts">The facts of each record; they are joined in place, at the index that stands for the set.</param>
    /// <param name="recordsByKey">Each key with the indexes of its records.</param>
    /// <returns>The sets, over the indexes of <paramref name="facts"/>.</returns>
    public static DisjointSets Split(IdentityFacts[] facts, IEnumerable<KeyValuePair<string, List<int>>> recordsByKey)
    {
        var sets = new DisjointSets(facts.Length);
        var keys = recordsByKey
            .OrderBy(k => !k.Key.StartsWith(IdentityKeys.RegisterPrefix, StringComparison.Ordinal))
            .ThenBy(k => k.Key, StringComparer.Ordinal);
        foreach (var (_, records) in keys)
        {
            var holders = records.Select(sets.Find).Distinct().ToList();
            if (holders.Count is < 2 or > MostHolders) continue;
            foreach (var same in holders.GroupBy(Adversaries(holders, facts), StringComparer.Ordinal))
            {
                if (same.Count() == 1) continue;
                var joined = new IdentityFacts();
                foreach (var holder in same)
                {
                    joined.Add(facts[holder]);
                    sets.Union(same.First(), holder);
                }
                facts[sets.Find(same.First())] = joined;
            }
        }
        return sets;
    }

    /// <summary>For each holder, a text that is the same for two of them exactly if they contradict the same others.</summary>
    private static Func<int, string> Adversaries(List<int> holders, IdentityFacts[] facts)
    {
        var against = holders.Select(_ => new char[(holders.Count + 15) / 16]).ToList();
        for (var i = 0; i < holders.Count; i++)
        {
            for (var j = i + 1; j < holders.Count; j++)
            {
                if (IdentityFacts.Between(facts[holders[i]], facts[holders[j]]) == Contradiction.None) continue;
                against[i][j / 16] |= (char)(1 << (j % 16));
                against[j][i / 16] |= (char)(1 << (i % 16));
            }
        }
        var texts = holders.Select((holder, i) => (holder, text: new string(against[i]))).ToDictionary(h => h.holder, h => h.text);
        return holder => texts[holder];
    }
}
