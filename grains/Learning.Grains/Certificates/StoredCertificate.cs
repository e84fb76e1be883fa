using Learning.Domain.Certificates;

namespace Learning.Grains.Certificates;

/// <summary>State <c>certificate</c>.</summary>
public sealed record StoredCertificate
{
    /// <summary>The certificate; <see langword="null"/> for a number never issued.</summary>
    public Certificate? Certificate { get; init; }
}
