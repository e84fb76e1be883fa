namespace Learning.Domain.Reach.Columns;

/// <summary>
/// Small numbers sorted by the group that each is in, so that a question about one group does not look at all of them: cohort segments by region, or the
/// rows of a shard by cohort segment. Four bytes a member, and four a group.
/// </summary>
internal sealed class Groups
{
    private readonly int[] begin;
    private readonly int[] members;

    /// <summary>Sorts the numbers from 0 to <paramref name="count"/> − 1.</summary>
    /// <param name="count">How many numbers there are.</param>
    /// <param name="groups">How many groups there are.</param>
    /// <param name="groupOf">The group of a number; negative if it is in none.</param>
    public Groups(int count, int groups, Func<int, int> groupOf)
    {
        begin = new int[groups + 1];
        for (var number = 0; number < count; number++)
            if (groupOf(number) is >= 0 and var group) begin[group]++;
        for (var group = 1; group < begin.Length; group++) begin[group] += begin[group - 1];
        members = new int[begin[^1]];
        // From the end, which leaves each beginning where it should be and the members in order.
        for (var number = count - 1; number >= 0; number--)
            if (groupOf(number) is >= 0 and var group) members[--begin[group]] = number;
    }

    /// <summary>All of them, group by group, ascending in each.</summary>
    public ReadOnlySpan<int> Members => members;

    /// <summary>Where in <see cref="Members"/> a group begins; also of the one after the last.</summary>
    /// <param name="group">Its number.</param>
    public int Begin(int group) => begin[group];

    /// <summary>How many members some groups have.</summary>
    /// <param name="some">Whether each group is meant, at its number; one that came later has none.</param>
    public int Count(ReadOnlySpan<bool> some)
    {
        var count = 0;
        for (var group = 0; group < some.Length; group++)
            if (some[group]) count += this[group].Length;
        return count;
    }

    /// <summary>The members of some groups.</summary>
    /// <param name="some">Whether each group is meant, at its number.</param>
    public int[] Of(ReadOnlySpan<bool> some)
    {
        var (of, count) = (new int[Count(some)], 0);
        for (var group = 0; group < some.Length; group++)
        {
            if (!some[group]) continue;
            this[group].CopyTo(of.AsSpan(count));
            count += this[group].Length;
        }

        return of;
    }

    private ReadOnlySpan<int> this[int group] => group + 1 < begin.Length ? members.AsSpan(begin[group], begin[group + 1] - begin[group]) : [];
}
