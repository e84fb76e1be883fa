using System.Collections.Immutable;
using Learning.Domain.Checkin;
using Learning.Domain.Sessions;

namespace Learning.Grains.Sessions;

/// <summary>State <c>session</c>: the log. Marks are what <see cref="SessionLog"/> makes of it, and are not stored.</summary>
public sealed record StoredSession
{
    /// <summary>What the cohort planned; <see langword="null"/> before it did.</summary>
    public SessionFrame? Frame { get; init; }

    /// <summary>Scans in the order of arrival.</summary>
    public ImmutableArray<RecordedScan> Scans { get; init; } = [];

    /// <summary>Corrections in the order taken.</summary>
    public ImmutableArray<Correction> Corrections { get; init; } = [];

    /// <summary>People whose names were not taken.</summary>
    public ImmutableArray<HeadcountCell> Headcount { get; init; } = [];

    /// <summary>Decisions about flagged scans in the order taken; none in text from before there were any.</summary>
    public ImmutableArray<ScanReview> Reviews { get; init; } = [];

    /// <summary>What it all comes to.</summary>
    public SessionLog Log() => new(Scans, Corrections, Reviews);
}
