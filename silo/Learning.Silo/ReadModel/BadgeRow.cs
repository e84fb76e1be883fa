namespace Learning.Silo.ReadModel;

/// <summary>One badge ever issued. Table <c>badges</c>.</summary>
public sealed record BadgeRow
{
    /// <summary>16 hexadecimal digits.</summary>
    public required string BadgeId { get; init; }

    /// <summary>Whose.</summary>
    public required string TraineeId { get; init; }

    /// <summary>What can be typed instead.</summary>
    public required string ShortCode { get; init; }

    /// <summary>First valid day.</summary>
    public DateOnly NotBefore { get; init; }

    /// <summary>Last valid day.</summary>
    public DateOnly NotAfter { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset? RevokedAt { get; init; }
}
