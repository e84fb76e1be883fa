namespace Learning.Grains.Trainees;

/// <summary>State <c>identitykey</c>.</summary>
public sealed record StoredIdentityKey
{
    /// <summary>The holder; <see langword="null"/> while free.</summary>
    public string? TraineeId { get; init; }
}
