using System.Security.Cryptography;
using Learning.Grains.Secrets;
using Microsoft.IdentityModel.Tokens;

namespace Learning.Web.Api.Keys;

/// <summary>The key by which certificates are signed as credentials, and its public half for whoever checks them.</summary>
public sealed class CertificateKeys(LearningSecret secret) : IDisposable
{
    /// <summary>Id of the key.</summary>
    public const string Kid = "certificate-1";

    private readonly ECDsa key = DerivedKey.P256(secret, "certificate-key/1");

    /// <summary>A copy of the private key, to be disposed of by the caller.</summary>
    public ECDsa Private()
    {
        lock (key) return ECDsa.Create(key.ExportParameters(includePrivateParameters: true));
    }

    /// <summary>The key set of RFC 7517.</summary>
    public object PublicSet()
    {
        ECParameters parameters;
        lock (key) parameters = key.ExportParameters(includePrivateParameters: false);
        return new
        {
            keys = new[]
            {
                new { kty = "EC", crv = "P-256", kid = Kid, use = "sig", alg = "ES256", x = Base64UrlEncoder.Encode(parameters.Q.X!), y = Base64UrlEncoder.Encode(parameters.Q.Y!) },
            },
        };
    }

    /// <inheritdoc/>
    public void Dispose() => key.Dispose();
}
