using Learning.Domain.Trainees;

namespace Learning.Grains.Trainees;

/// <summary>State <c>trainee</c>.</summary>
public sealed record StoredTrainee
{
    /// <summary>The person; <see langword="null"/> before registration.</summary>
    public Trainee? Trainee { get; init; }

    /// <summary>The PIN's salted digest; <see langword="null"/> when none is set.</summary>
    public string? PinDigest { get; init; }

    /// <summary>Wrong tries since the last right one.</summary>
    public int WrongPins { get; init; }

    /// <summary>Until when nothing is tried, UTC.</summary>
    public DateTimeOffset? PinLockedUntil { get; init; }
}
