namespace Learning.Domain.Reach.Evaluation;

/// <summary>What one query needs to know about a cohort segment, small enough to stay in the processor's cache.</summary>
internal struct PlannedSegment
{
    /// <summary>
    /// The sessions that pass the filters on cohorts and dates. For completions and certificates all bits are set if
    /// the cohort passes, none if not.
    /// </summary>
    public ulong Accept;

    /// <summary>
    /// The row key: a region, course, set of funders or period, as the query asks. A period only if
    /// <see cref="OneMonth"/>.
    /// </summary>
    public int Key;

    /// <summary>Within what a person counts once: a course or a reporting year (only if <see cref="OneMonth"/>); otherwise 0.</summary>
    public int Sub;

    /// <summary>Calendar year, if <see cref="OneMonth"/>.</summary>
    public short Year;

    /// <summary>All accepted sessions lie in one month (and one reporting year, if that matters), so that they need not be told apart.</summary>
    public bool OneMonth;
}
