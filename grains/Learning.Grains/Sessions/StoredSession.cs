using System.Collections.Immutable;
using Learning.Domain.Checkin;
using Learning.Domain.Sessions;

namespace Learning.Grains.Sessions;

/// <summary>
/// State <c>session</c>: what is said of the session and its scans. The scans themselves are states of their own (<see cref="StoredSessionPage"/>);
/// only together are they the session (<see cref="WholeSession"/>).
/// </summary>
public sealed record StoredSession
{
    /// <summary>What the cohort planned; <see langword="null"/> before it did.</summary>
    public SessionFrame? Frame { get; init; }

    /// <summary>Pages that the session named while it did so, oldest first (docs/decisions/0015). Nothing is added any more.</summary>
    public ImmutableArray<string> Pages { get; init; } = [];

    /// <summary>Scans that came behind those pages, in the order of arrival. Nothing is added any more.</summary>
    public ImmutableArray<RecordedScan> Scans { get; init; } = [];

    /// <summary>Corrections in the order taken.</summary>
    public ImmutableArray<Correction> Corrections { get; init; } = [];

    /// <summary>People whose names were not taken.</summary>
    public ImmutableArray<HeadcountCell> Headcount { get; init; } = [];

    /// <summary>Decisions about flagged scans in the order taken; none in text from before there were any.</summary>
    public ImmutableArray<ScanReview> Reviews { get; init; } = [];
}
