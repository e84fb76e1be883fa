using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Learning.Grains.Secrets;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Learning.Web.Accounts.Protection;

/// <summary>Reads what <see cref="KeyEncryptor"/> wrote. Its full name is stored with every key: renamed, it would lose all sign-ins.</summary>
/// <param name="services">Has the secret; data protection makes this object with nothing else.</param>
public sealed class KeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    /// <inheritdoc/>
    /// <exception cref="CryptographicException">Tampered with, or written under another secret.</exception>
    public XElement Decrypt(XElement encryptedElement)
    {
        var (nonce, tag, cipher) = KeyEncryptor.Split(Convert.FromBase64String(encryptedElement.Value));
        var plain = new byte[cipher.Length];
        using var aes = new AesGcm(services.GetRequiredService<LearningSecret>().For(KeyEncryptor.Purpose), tag.Length);
        aes.Decrypt(nonce.Span, cipher.Span, tag.Span, plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}
