using Learning.Domain.Requests;

namespace Learning.Grains.Requests;

/// <summary>State <c>request</c>.</summary>
public sealed record StoredRequest
{
    /// <summary>Digest of what was asked first; <see langword="null"/> before anything was.</summary>
    public string? Digest { get; init; }

    /// <summary>The first answer, once there is one.</summary>
    public KeptAnswer? Answer { get; init; }
}
