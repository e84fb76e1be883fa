using System.Security.Cryptography;
using System.Text;
using Learning.Grains.Secrets;

namespace Learning.Web.Api.Sync;

/// <summary>
/// Keys of the rotating code by which people check themselves in: one a session, derived, so that a phone that knows one
/// session's key can make codes for no other, and nothing has to be stored.
/// </summary>
public sealed class SelfCheckInKeys(LearningSecret secret)
{
    private readonly byte[] key = secret.For("self-check-in");

    /// <summary>The session's key, 32 bytes in base64.</summary>
    /// <param name="sessionId">Session id.</param>
    public string Of(string sessionId) => Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(sessionId)));
}
