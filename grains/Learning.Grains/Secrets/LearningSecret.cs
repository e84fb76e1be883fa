using System.Security.Cryptography;
using System.Text;

namespace Learning.Grains.Secrets;

/// <summary>
/// The federation's one secret, kept outside the database. Every key is derived from it by HKDF for its purpose, so that one
/// thing has to be kept safe and backed up, and a key for one purpose tells nothing of another's.
/// </summary>
public sealed class LearningSecret
{
    private readonly byte[] secret;

    /// <summary>Takes the secret.</summary>
    /// <param name="secret">At least 32 random bytes.</param>
    /// <exception cref="ArgumentException">It is shorter.</exception>
    public LearningSecret(byte[] secret)
    {
        if (secret.Length < 32) throw new ArgumentException("The secret has at least 32 bytes.", nameof(secret));
        this.secret = secret;
    }

    /// <summary>The 32-byte key for a purpose.</summary>
    /// <param name="purpose">What it is used for; the same purpose always gives the same key.</param>
    public byte[] For(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, info: Encoding.UTF8.GetBytes($"learning/{purpose}"));
}
