using Learning.Domain.Badges;

namespace Learning.Grains.Badges;

/// <summary>State <c>badge</c>.</summary>
public sealed record StoredBadge
{
    /// <summary>Holder and dates; <see langword="null"/> for a badge never issued.</summary>
    public BadgeHolder? Holder { get; init; }
}
