using System.Collections.Immutable;
using Learning.Domain.Checkin;
using Learning.Domain.Sessions;

namespace Learning.Grains.Sessions;

/// <summary>
/// State <c>session</c>: the log, of which full pages are states of their own (<see cref="StoredSessionPage"/>). Marks are what
/// <see cref="SessionLog"/> makes of it, and are not stored.
/// </summary>
public sealed record StoredSession
{
    /// <summary>What the cohort planned; <see langword="null"/> before it did.</summary>
    public SessionFrame? Frame { get; init; }

    /// <summary>Which pages hold the older scans, oldest first; none in text from before there were any.</summary>
    public ImmutableArray<string> Pages { get; init; } = [];

    /// <summary>The scans that are in no page yet, in the order of arrival.</summary>
    public ImmutableArray<RecordedScan> Scans { get; init; } = [];

    /// <summary>Corrections in the order taken.</summary>
    public ImmutableArray<Correction> Corrections { get; init; } = [];

    /// <summary>People whose names were not taken.</summary>
    public ImmutableArray<HeadcountCell> Headcount { get; init; } = [];

    /// <summary>Decisions about flagged scans in the order taken; none in text from before there were any.</summary>
    public ImmutableArray<ScanReview> Reviews { get; init; } = [];

    /// <summary>The session with all of its scans, as if there were no pages.</summary>
    /// <param name="pages">What stands in <see cref="Pages"/>, in that order.</param>
    public StoredSession With(IEnumerable<StoredSessionPage> pages) =>
        Pages.IsEmpty ? this : this with { Pages = [], Scans = [.. pages.SelectMany(p => p.Scans), .. Scans] };

    /// <summary>What it all comes to.</summary>
    /// <exception cref="InvalidOperationException">The scans of its pages are missing: see <see cref="With"/>.</exception>
    public SessionLog Log() => Pages.IsEmpty
        ? new(Scans, Corrections, Reviews)
        : throw new InvalidOperationException("A log without the scans of its pages would take people's marks away.");
}
