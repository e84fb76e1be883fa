namespace Learning.Silo.ReadModel;

/// <summary>One phone. Table <c>devices</c>.</summary>
public sealed record DeviceRow
{
    /// <summary>Device id.</summary>
    public required string DeviceId { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>User name.</summary>
    public required string Owner { get; init; }

    /// <summary>End of the grant, UTC.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset? LastContact { get; init; }

    /// <summary>Server clock less device clock at the last contact, in milliseconds.</summary>
    public long ClockOffsetMs { get; init; }

    /// <summary>Ranges of scan numbers missing, with spaces between.</summary>
    public required string Missing { get; init; }

    /// <summary>Items that no session could take and nobody has decided about.</summary>
    public int Quarantined { get; init; }
}
