using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Learning.Domain.Identity;

/// <summary>
/// The federation's secret under which register and phone numbers are hashed. A register number has so few possible values
/// that a hash without a secret could be turned back by trying them all.
/// </summary>
public sealed class IdentitySecret
{
    /// <summary>Least length of the secret, in bytes.</summary>
    public const int LeastBytes = 32;

    private readonly byte[] secret;

    /// <summary>Takes a copy of the secret.</summary>
    /// <param name="secret">At least <see cref="LeastBytes"/> random bytes. Losing or changing them breaks every match by number.</param>
    /// <exception cref="ArgumentException">It is shorter.</exception>
    public IdentitySecret(ReadOnlySpan<byte> secret)
    {
        if (secret.Length < LeastBytes) throw new ArgumentException($"An identity secret has at least {LeastBytes} bytes; this has {secret.Length}.", nameof(secret));
        this.secret = secret.ToArray();
    }

    /// <summary>The keyed hash of a value.</summary>
    /// <param name="purpose">What the value is, so that the same digits as phone and as register number hash differently.</param>
    /// <param name="value">The value in its canonical form.</param>
    /// <returns>Base64url, 43 characters.</returns>
    public string Hash(string purpose, string value) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(purpose + "\0" + value)));

    /// <summary>Says nothing about the secret.</summary>
    public override string ToString() => nameof(IdentitySecret);
}
