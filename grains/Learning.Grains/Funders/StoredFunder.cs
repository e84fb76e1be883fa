using Learning.Domain.Funders;

namespace Learning.Grains.Funders;

/// <summary>State <c>funder</c>.</summary>
public sealed record StoredFunder
{
    /// <summary>The funder; <see langword="null"/> before it is known.</summary>
    public Funder? Funder { get; init; }
}
