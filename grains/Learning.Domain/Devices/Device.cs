using System.Collections.Immutable;
using Learning.Domain.Checkin;

namespace Learning.Domain.Devices;

/// <summary>One trainer's phone.</summary>
public sealed record Device
{
    /// <summary>Device id.</summary>
    public required string Id { get; init; }

    /// <summary>What the trainer calls it.</summary>
    public required string Name { get; init; }

    /// <summary>The trainer's user name.</summary>
    public required string Owner { get; init; }

    /// <summary>Digest of its sync grant.</summary>
    public required string GrantHash { get; init; }

    /// <summary>When the grant ends, UTC.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was revoked, UTC.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>Last upload or download, UTC.</summary>
    public DateTimeOffset? LastContact { get; init; }

    /// <summary>Server clock less device clock at the last contact.</summary>
    public TimeSpan ClockOffset { get; init; }

    /// <summary>Items that belong to no session.</summary>
    public ImmutableArray<QuarantinedScan> Quarantine { get; init; } = [];

    /// <summary>Those of them that nobody has decided about.</summary>
    public IEnumerable<QuarantinedScan> ToReview() => Quarantine.Where(q => q.Decision is null);
}
