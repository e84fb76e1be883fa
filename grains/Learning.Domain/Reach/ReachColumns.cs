using Learning.Domain.Reach.Columns;

namespace Learning.Domain.Reach;

/// <summary>
/// The participation facts of one shard, in columns: about 100 bytes a person with three participations. All rows of
/// a person stand together, so that distinct people are counted by walking from person to person; and people of one region
/// stand together, so that the cohorts which a walk looks up are nearly always those it has just looked up. Shards hold
/// disjoint people, so the answers of shards add up. Not thread-safe; the dimensions it refers to are.
/// </summary>
/// <param name="dimensions">The cohorts and profiles, shared by the shards of a process.</param>
public sealed class ReachColumns(ReachDimensions dimensions)
{
    private const int Nowhere = -1;

    private RowStore rows = new();
    // At the number of each person: the place.
    private int[] placeOf = [];
    // At each place: the person's number, the first row, and how many there are.
    private int[] personAt = [];
    private int[] start = [];
    private ushort[] count = [];
    private int live;
    private SegmentIndex? index;
    // One bit for each place of which the index may say something that is no longer so.
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

    /// <summary>How many people have a place.</summary>
    internal int Places { get; private set; }

    /// <summary>More than the highest person number given so far.</summary>
    internal int PersonNumbers => placeOf.Length;

    internal RowStore Rows => rows;

    /// <summary>The number of the person at each place.</summary>
    internal int[] PersonAt => personAt;

    /// <summary>The rows of the person at a place: the first, and the one after the last.</summary>
    internal (int First, int End) RowsAt(int place) => (start[place], start[place] + count[place]);

    /// <summary>Where rows in some segments may be; <see langword="null"/> if that has to be everywhere.</summary>
    internal FewRows? RowsIn(int[]? segments) => segments is null ? null : index?.Rows(segments, changed);

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
        Replace(Place(personNumber), RowDraft.Of(participations, dimensions));
    }

    /// <summary>Replaces what is known about a person in some cohorts, and leaves what is known of others.</summary>
    /// <param name="personNumber">Number within the shard.</param>
    /// <param name="cohortIds">The cohorts.</param>
    /// <param name="participations">All of the person's participations in these cohorts, and in no others.</param>
    public void Replace(int personNumber, IReadOnlySet<string> cohortIds, IReadOnlyCollection<ParticipationFact> participations)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(personNumber);
        var place = Place(personNumber);
        var (first, end) = RowsAt(place);
        var drafts = new List<RowDraft>(end - first + participations.Count);
        for (var row = first; row < end; row++)
            if (!cohortIds.Contains(dimensions.CohortOf(rows.Segment[row]))) drafts.Add(RowDraft.From(rows, row));
        drafts.AddRange(RowDraft.Of(participations, dimensions));
        Replace(place, drafts);
    }

    private void Replace(int place, List<RowDraft> drafts)
    {
        if (index is not null) Changed(place);
        var old = count[place];
        // A correction nearly always leaves as many rows as before: then it is written in place.
        if (drafts.Count > old) start[place] = rows.Append(drafts.Count);
        for (var i = 0; i < drafts.Count; i++) drafts[i].WriteTo(rows, start[place] + i);
        // A row that nobody owns any more must not look as if it continued the one before it.
        for (var i = drafts.Count; i < old; i++) rows.Flags[start[place] + i] = RowFlags.None;
        count[place] = checked((ushort)drafts.Count);
        live += drafts.Count - old;
        if (rows.Count > 1024 && rows.Count - live > rows.Count / 4) Compact();
    }

    /// <summary>Adds the regions whose figures a person is part of: those they were trained in, and those that were their home then.</summary>
    /// <param name="personNumber">Number within the shard; of one nobody ever had, nothing is added.</param>
    /// <param name="regions">P-codes.</param>
    public void AddRegionsOf(int personNumber, ISet<string> regions)
    {
        if (personNumber >= placeOf.Length || placeOf[personNumber] is Nowhere) return;
        var (first, end) = RowsAt(placeOf[personNumber]);
        for (var row = first; row < end; row++) dimensions.AddRegions(rows.Segment[row], rows.Profile[row], regions);
    }

    /// <summary>Drops the rows that nobody owns any more and all slack, puts people of one region together, and indexes the rows.</summary>
    public void Compact()
    {
        var next = new RowStore();
        next.Resize(live);
        var (people, first, rowsOf) = (new int[Places], new int[Places], new ushort[Places]);
        var place = 0;
        foreach (var from in ByRegion())
        {
            var at = next.Append(count[from]);
            for (var i = 0; i < count[from]; i++) next.Copy(rows, start[from] + i, at + i);
            (people[place], first[place], rowsOf[place]) = (personAt[from], at, count[from]);
            placeOf[personAt[from]] = place++;
        }

        (rows, personAt, start, count) = (next, people, first, rowsOf);
        index = new(rows, first.AsSpan(0, rowsOf.Count(n => n > 0)));
        changed = [];
    }

    // Where the first cohort is in which a person took part; nearly always the others are there, too. Whoever took part in none comes last.
    private int[] ByRegion()
    {
        var regionOf = dimensions.RegionOfSegments();
        var (keys, places) = (new long[Places], new int[Places]);
        for (var place = 0; place < Places; place++)
        {
            var segment = count[place] == 0 ? Nowhere : rows.Segment[start[place]];
            keys[place] = segment == Nowhere ? long.MaxValue : (long)regionOf[segment] << 32 | (uint)segment;
            places[place] = place;
        }

        Array.Sort(keys, places);
        return places;
    }

    private void Changed(int place)
    {
        if (changed.Length <= place >> 6) Array.Resize(ref changed, (Places + 63) >> 6);
        changed[place >> 6] |= 1ul << (place & 63);
    }

    private int Place(int personNumber)
    {
        if (personNumber >= placeOf.Length)
        {
            var known = placeOf.Length;
            Array.Resize(ref placeOf, personNumber + 1 + personNumber / 8 + 16);
            placeOf.AsSpan(known).Fill(Nowhere);
        }

        ref var place = ref placeOf[personNumber];
        if (place != Nowhere) return place;
        if (Places == personAt.Length)
        {
            var length = Places + Places / 8 + 16;
            Array.Resize(ref personAt, length);
            Array.Resize(ref start, length);
            Array.Resize(ref count, length);
        }

        personAt[Places] = personNumber;
        return place = Places++;
    }
}
