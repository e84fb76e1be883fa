using System.Collections.Immutable;

namespace Learning.Domain.Sessions;

/// <summary>What a session takes over from its cohort's plan.</summary>
public sealed record SessionFrame
{
    /// <summary>The session's own plan.</summary>
    public required SessionPlan Plan { get; init; }

    /// <summary>P-code of the training region.</summary>
    public required string RegionCode { get; init; }

    /// <summary>IANA time zone of the training region.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Whether scans that come now are late: the cohort is closed or cancelled.</summary>
    public bool Closed { get; init; }

    /// <summary>User names of those who may check people in; <see langword="null"/> in text from before sessions knew: the cohort knows.</summary>
    public ImmutableArray<string>? Trainers { get; init; }

    /// <summary>Days it was planned for before it was moved.</summary>
    public ImmutableArray<DateOnly> EarlierDates { get; init; } = [];
}
