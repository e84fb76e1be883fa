namespace Learning.Domain.Reach.Evaluation;

/// <summary>
/// Attended sessions, a completion or a certificate that pass the filters on cohort and dates. Small, since a few
/// hundred at a time go from the walk over the filter to the tally and should not leave the processor's cache.
/// </summary>
internal struct ReachEvent
{
    /// <summary>Number of the person.</summary>
    public int Person;

    /// <summary>The row it is in.</summary>
    public int Row;

    /// <summary>The person or participation as counted, from 1. A mark never comes back once another came.</summary>
    public int Mark;

    /// <summary>The row key.</summary>
    public int Key;

    /// <summary>Length of the sessions attended in seconds, if hours are measured; negative if it is still to be added up.</summary>
    public int Seconds;

    /// <summary>Within what the person counts once.</summary>
    public ushort Sub;

    /// <summary>Calendar year, if the plan tells years apart; or <see cref="PlannedSegment.Divided"/>.</summary>
    public short Year;
}
