namespace Learning.Domain.Reach.Columns;

/// <summary>
/// Up to 16 sessions of a cohort: those whose number divided by 16 is the same. Nearly every cohort is one segment, and every
/// bit costs as many bytes as there are participations.
/// A participation refers to segments, and holds one bit for each session attended.
/// </summary>
internal record struct CohortSegment
{
    /// <summary>How many sessions a segment can hold.</summary>
    public const int Most = 16;

    /// <summary>Cohort id.</summary>
    public string CohortId;

    /// <summary>One bit for each session that exists; none while the cohort is unknown or cancelled.</summary>
    public ushort Present;

    /// <summary>Where the first session stands in <see cref="CohortTable.SessionDay"/>; the others follow in bit order.</summary>
    public int SessionStart;

    /// <summary>Earliest session of this segment.</summary>
    public ushort FirstDay;

    /// <summary>Latest session of this segment.</summary>
    public ushort LastDay;

    /// <summary>Latest session of the whole cohort; the day on which completions count.</summary>
    public ushort CohortLastDay;

    /// <summary>Which segment of its cohort a session is in, from 0.</summary>
    public static int OrdinalOf(int session) => session / Most;

    /// <summary>The bit of a session.</summary>
    public static ushort BitOf(int session) => (ushort)(1 << session % Most);
}
