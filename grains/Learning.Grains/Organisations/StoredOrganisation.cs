using Learning.Domain.Organisations;

namespace Learning.Grains.Organisations;

/// <summary>State <c>organisation</c>.</summary>
public sealed record StoredOrganisation
{
    /// <summary>The organisation; <see langword="null"/> before it is known.</summary>
    public Organisation? Organisation { get; init; }
}
