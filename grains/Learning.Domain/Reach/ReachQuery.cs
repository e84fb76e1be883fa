using Learning.Domain.Trainees;

namespace Learning.Domain.Reach;

/// <summary>One slice of reach: every filter of <c>GET /api/reach</c>. All filters must hold together.</summary>
public sealed record ReachQuery
{
    /// <summary>P-code; it and everything below it.</summary>
    public string Region { get; init; } = "MN";

    /// <summary>Which region of a participation <see cref="Region"/> and <see cref="ReachBy.Region"/> look at.</summary>
    public RegionKind RegionKind { get; init; } = RegionKind.Training;

    /// <summary>First session date, included; <see langword="null"/> for no bound.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last session date, included; <see langword="null"/> for no bound.</summary>
    public DateOnly? To { get; init; }

    /// <summary>What is counted.</summary>
    public Measure Measure { get; init; } = Measure.Reached;

    /// <summary>Id of the counting rule, the name of a file in content/counting-rules.</summary>
    public string Rule { get; init; } = "once-ever";

    /// <summary>Course code, or <see langword="null"/> for all.</summary>
    public string? Course { get; init; }

    /// <summary>Funder code, or <see langword="null"/> for all.</summary>
    public string? Funder { get; init; }

    /// <summary>Sex as stated at enrolment, or <see langword="null"/> for all.</summary>
    public Sex? Sex { get; init; }

    /// <summary>A code of <see cref="Reach.AgeBand"/>, at the session's date, or <see langword="null"/> for all.</summary>
    public string? AgeBand { get; init; }

    /// <summary>Organisation code at enrolment (it and everything below it), or <see langword="null"/> for all.</summary>
    public string? Organisation { get; init; }

    /// <summary>What the rows are, or <see langword="null"/> for the total alone.</summary>
    public ReachBy? By { get; init; }
}
