namespace Learning.Domain.Reach.Columns;

/// <summary>Sets of funders as small numbers: many cohorts, few combinations. Set 0 is the empty one.</summary>
internal sealed class FunderSets(CodeBook funders)
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly List<int[]> sets = [[]];

    /// <summary>The funder numbers of each set, ascending, at the set's number.</summary>
    public IReadOnlyList<int[]> All => sets;

    /// <summary>The number of a set of funder codes.</summary>
    public int Number(IEnumerable<string> codes)
    {
        var set = codes.Select(funders.Number).Distinct().Order().ToArray();
        var key = string.Join(',', set);
        if (numbers.TryGetValue(key, out var number)) return number;
        numbers.Add(key, number = sets.Count);
        sets.Add(set);
        return number;
    }
}
