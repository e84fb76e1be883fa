using Learning.Domain.Checkin.Local;

namespace Learning.CheckIn.Scanning;

/// <summary>What the result area says, until the next.</summary>
public sealed record ShownResult
{
    /// <summary>A word of <see cref="LocalVerdict"/> as it is written, or <c>failed</c>.</summary>
    public required string Word { get; init; }

    /// <summary>Colour and signal: <c>good</c>, <c>warn</c>, <c>bad</c>, <c>neutral</c>.</summary>
    public required string Tone { get; init; }

    /// <summary>Who, where that is known.</summary>
    public string? Name { get; init; }

    /// <summary>For "already": since when, UTC.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The scan written for it, if one was.</summary>
    public string? ScanId { get; init; }

    /// <summary>What to check in by, if the trainer says "all the same".</summary>
    public LocalFinding? Override { get; init; }

    /// <summary>The session that the person belongs to, for <see cref="LocalVerdict.OtherSession"/>.</summary>
    public string? OtherSessionId { get; init; }

    /// <summary>For <c>failed</c>: whether the phone is full.</summary>
    public bool IsFull { get; init; }
}
