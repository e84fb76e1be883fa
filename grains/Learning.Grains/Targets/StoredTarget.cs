using Learning.Domain.Reach.Targets;

namespace Learning.Grains.Targets;

/// <summary>State <c>target</c>.</summary>
public sealed record StoredTarget
{
    /// <summary>The target; <see langword="null"/> before it was ever set.</summary>
    public Target? Target { get; init; }
}
