using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Learning.Grains.Secrets;

namespace Learning.Web.Api.Devices;

/// <summary>
/// Sync grants: 32 bytes that only the phone keeps. They are derived from the call that asked for them, so that a repeat of a
/// call whose answer was lost gives the same grant although no grant is stored anywhere.
/// </summary>
public sealed class SyncGrants(LearningSecret secret)
{
    /// <summary>How long a grant is good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    private readonly byte[] key = secret.For("sync-grant");

    /// <summary>The grant of a call, base64url, 43 characters.</summary>
    /// <param name="requestId">The call's id.</param>
    public string Of(string requestId) => Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(requestId)));

    /// <summary>What is kept of a grant: its SHA-256 in hexadecimal. The grant has 256 bits, so that needs no salt.</summary>
    /// <param name="grant">The grant.</param>
    public static string Digest(string grant) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(grant)));

    /// <summary>Whether the grant is the one digested.</summary>
    /// <param name="grant">As sent.</param>
    /// <param name="digest">As kept.</param>
    public static bool Matches(string grant, string digest) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Digest(grant)), Encoding.ASCII.GetBytes(digest));
}
