using System.Numerics;
using Learning.Domain.Reach.Columns;

namespace Learning.Domain.Reach;

/// <summary>
/// The participation facts of one shard, in columns: about 90 bytes a person with three participations. All rows of
/// a person stand together, so that distinct people are counted by walking from person to person. Shards hold
/// disjoint people, so the answers of shards add up. Not thread-safe; the dimensions it refers to are.
/// </summary>
/// <param name="dimensions">The cohorts and profiles, shared by the shards of a process.</param>
public sealed class ReachColumns(ReachDimensions dimensions)
{
    private RowStore rows = new();
    private int[] start = [];
    private ushort[] count = [];
    private int live;
    private SegmentIndex? index;
    // One bit for each person of whom the index may say something that is no longer so.
    private ulong[] changed = [];

    /// <summary>A shard with dimensions of its own.</summary>
    public ReachColumns() : this(new ReachDimensions()) { }

    /// <summary>A loaded shard without slack.</summary>
    /// <param name="dimensions">The cohorts and profiles, shared by the shards of a process.</param>
    /// <param name="people">Everybody in the shard.</param>
    public ReachColumns(ReachDimensions dimensions, IEnumerable<PersonFacts> people) : this(dimensions)
    {
        foreach (var person in people) Replace(person.Number, person.Participations);
        Compact();
    }

    /// <summary>The cohorts and profiles that the rows refer to.</summary>
    public ReachDimensions Dimensions => dimensions;

    /// <summary>One more than the highest person number ever given.</summary>
    public int PersonNumbers { get; private set; }

    internal RowStore Rows => rows;

    /// <summary>The rows of a person: the first, and the one after the last.</summary>
    internal (int First, int End) RowsOf(int person) => (start[person], start[person] + count[person]);

    /// <summary>Everybody who may have a row in one of the segments, ascending; <see langword="null"/> if that has to be everybody.</summary>
    internal int[]? PeopleIn(int[]? segments)
    {
        if (segments is null || index is null) return null;
        var bits = new ulong[(PersonNumbers + 63) >> 6];
        changed.CopyTo(bits, 0);
        index.Mark(segments, bits);
        var people = new List<int>();
        for (var word = 0; word < bits.Length; word++)
            for (var left = bits[word]; left != 0; left &= left - 1) people.Add(word << 6 | BitOperations.TrailingZeroCount(left));
        return [.. people];
    }

    /// <summary>Takes over what is now known about a cohort; all shards with the same dimensions see it at once.</summary>
    /// <param name="cohort">All that is known.</param>
    /// <exception cref="ArgumentException">A session number is there twice, or a date or length can't be held.</exception>
    public void ReplaceCohort(CohortFact cohort) => dimensions.ReplaceCohort(cohort);

    /// <summary>Replaces everything known about a person. Costs the rows of that person, now and then those of the shard.</summary>
    /// <param name="personNumber">Number within the shard, from 0; numbers should be dense.</param>
    /// <param name="participations">
    /// All of the person's participations, none if the person was merged into another. Of two in one cohort the
    /// attended sessions and certificates are united, and the rest is taken from the first.
    /// </param>
    public void Replace(int personNumber, IReadOnlyCollection<ParticipationFact> participations)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(personNumber);
        Reserve(personNumber);
        if (index is not null) Changed(personNumber);
        var drafts = RowDraft.Of(participations, dimensions);
        var old = count[personNumber];
        // A correction nearly always leaves as many rows as before: then it is written in place.
        if (drafts.Count > old) start[personNumber] = rows.Append(drafts.Count);
        for (var i = 0; i < drafts.Count; i++) drafts[i].WriteTo(rows, start[personNumber] + i);
        // A row that nobody owns any more must not look as if it continued the one before it.
        for (var i = drafts.Count; i < old; i++) rows.Flags[start[personNumber] + i] = RowFlags.None;
        count[personNumber] = checked((ushort)drafts.Count);
        live += drafts.Count - old;
        if (rows.Count > 1024 && rows.Count - live > rows.Count / 4) Compact();
    }

    /// <summary>Drops the rows that nobody owns any more and all slack, and indexes the rest.</summary>
    public void Compact()
    {
        var next = new RowStore();
        next.Resize(live);
        for (var person = 0; person < PersonNumbers; person++)
        {
            var at = next.Append(count[person]);
            for (var i = 0; i < count[person]; i++) next.Copy(rows, start[person] + i, at + i);
            start[person] = at;
        }

        rows = next;
        Array.Resize(ref start, PersonNumbers);
        Array.Resize(ref count, PersonNumbers);
        index = PersonNumbers <= SegmentIndex.MostPeople ? new(rows, count) : null;
        changed = [];
    }

    private void Changed(int personNumber)
    {
        if (changed.Length <= personNumber >> 6) Array.Resize(ref changed, (PersonNumbers + 63) >> 6);
        changed[personNumber >> 6] |= 1ul << (personNumber & 63);
    }

    private void Reserve(int personNumber)
    {
        if (personNumber < PersonNumbers) return;
        PersonNumbers = personNumber + 1;
        if (PersonNumbers <= start.Length) return;
        var length = PersonNumbers + PersonNumbers / 8 + 16;
        Array.Resize(ref start, length);
        Array.Resize(ref count, length);
    }
}
