namespace Learning.Domain.Reach.Evaluation;

/// <summary>
/// Sets of funders that grow cohort by cohort, as small numbers: a step from one set to the next is looked up, and worked
/// out the first time only. The numbers below <paramref name="cohortSets"/>' count are those sets themselves.
/// </summary>
/// <param name="cohortSets">The funders of cohorts, as row keys.</param>
internal sealed class FunderUnions(int[][] cohortSets)
{
    private readonly List<int[]> sets = [.. cohortSets];
    private readonly Dictionary<string, int> numbers = Numbered(cohortSets);
    private int[] steps = new int[cohortSets.Length * cohortSets.Length];

    /// <summary>How many sets there are by now.</summary>
    public int Count => sets.Count;

    /// <summary>The funders of a set, as row keys in ascending order.</summary>
    public int[] this[int set] => sets[set];

    /// <summary>The set that holds the funders of another and those of a cohort.</summary>
    /// <param name="set">A set.</param>
    /// <param name="cohortSet">Number of the cohort's funders.</param>
    public int With(int set, int cohortSet)
    {
        var at = set * cohortSets.Length + cohortSet;
        if (at < steps.Length && steps[at] > 0) return steps[at] - 1;
        var number = Number([.. sets[set].Union(cohortSets[cohortSet]).Order()]);
        if (at >= steps.Length) Array.Resize(ref steps, Math.Max(sets.Count * cohortSets.Length, steps.Length * 2));
        steps[at] = number + 1;
        return number;
    }

    /// <summary>The number of a set.</summary>
    /// <param name="funders">As row keys in ascending order.</param>
    public int Number(int[] funders)
    {
        var key = string.Join(',', funders);
        if (!numbers.TryGetValue(key, out var number))
        {
            numbers.Add(key, number = sets.Count);
            sets.Add(funders);
        }

        return number;
    }

    private static Dictionary<string, int> Numbered(int[][] sets)
    {
        var numbers = new Dictionary<string, int>();
        for (var i = 0; i < sets.Length; i++) numbers.TryAdd(string.Join(',', sets[i]), i);
        return numbers;
    }
}
