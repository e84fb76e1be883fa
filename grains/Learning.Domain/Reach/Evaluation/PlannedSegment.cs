namespace Learning.Domain.Reach.Evaluation;

/// <summary>
/// What one query needs to know about a cohort segment: ten bytes, so that those of a country stay in the
/// processor's cache, where every row of every shard looks one up.
/// </summary>
internal struct PlannedSegment
{
    /// <summary><see cref="Year"/> of a segment that is told apart into <see cref="Parts"/>.</summary>
    public const short Divided = -1;

    /// <summary>
    /// The sessions that pass the filters on cohorts and dates. For completions, certificates and first days all bits are set if
    /// the cohort passes, none if not.
    /// </summary>
    public ushort Accept;

    /// <summary>The row key, if it comes from the cohort: a region, course or way of funding; or the period.</summary>
    public ushort Key;

    /// <summary>Within what a person counts once: the course or the reporting year; otherwise 0.</summary>
    public ushort Sub;

    /// <summary>Calendar year, where that matters; or <see cref="Divided"/>.</summary>
    public short Year;

    /// <summary><see cref="PlannedSessions.SecondsEach"/>, where hours are measured.</summary>
    public ushort SecondsEach;

    /// <summary>
    /// Where its parts are in <see cref="ReachPlan.Parts"/>, if its sessions lie in several months, years or reporting
    /// years and the query tells those apart. Then it has no key of its own, and the number is kept in that place.
    /// </summary>
    public int Parts
    {
        readonly get => Key | Sub << 16;
        set => (Key, Sub) = ((ushort)value, (ushort)(value >> 16));
    }
}
