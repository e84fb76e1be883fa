namespace Learning.Domain.Reach.Evaluation;

/// <summary>Where the row key of an event comes from.</summary>
internal enum KeySource
{
    /// <summary>There are no rows.</summary>
    None,

    /// <summary>The cohort: training region or course.</summary>
    Segment,

    /// <summary>Each funder of the cohort.</summary>
    Funders,

    /// <summary>The person's profile: home region, sex or organisation.</summary>
    Profile,

    /// <summary>The person's birth year and the event's year.</summary>
    AgeBand,

    /// <summary>The event's month or year.</summary>
    Period,
}
