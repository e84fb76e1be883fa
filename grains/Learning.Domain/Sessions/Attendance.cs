using System.Collections.Immutable;
using Learning.Domain.Checkin;

namespace Learning.Domain.Sessions;

/// <summary>Everything a session knows.</summary>
public sealed record Attendance
{
    /// <summary>Session id.</summary>
    public required string SessionId { get; init; }

    /// <summary>Day, hours and place.</summary>
    public required SessionFrame Frame { get; init; }

    /// <summary>One mark a person, in order of trainee id.</summary>
    public ImmutableArray<SessionMark> Marks { get; init; } = [];

    /// <summary>People whose names were not taken.</summary>
    public ImmutableArray<HeadcountCell> Headcount { get; init; } = [];

    /// <summary>The log as it grew.</summary>
    public ImmutableArray<RecordedScan> Scans { get; init; } = [];

    /// <summary>Corrections as they were made.</summary>
    public ImmutableArray<Correction> Corrections { get; init; } = [];

    /// <summary>Decisions about flagged scans as they were made.</summary>
    public ImmutableArray<ScanReview> Reviews { get; init; } = [];

    /// <summary>What it all comes to.</summary>
    public SessionLog Log() => new(Scans, Corrections, Reviews);
}
