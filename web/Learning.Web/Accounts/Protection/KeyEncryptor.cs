using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Learning.Grains.Secrets;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Learning.Web.Accounts.Protection;

/// <summary>Encrypts data protection keys under the federation's secret: a backup of the database alone lets nobody forge a sign-in.</summary>
/// <param name="secret">The secret.</param>
public sealed class KeyEncryptor(LearningSecret secret) : IXmlEncryptor
{
    /// <summary>What the encryption key is derived for.</summary>
    internal const string Purpose = "data-protection";

    private static readonly XName Element = "encryptedKey";

    /// <inheritdoc/>
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var box = new byte[AesGcm.NonceByteSizes.MaxSize + AesGcm.TagByteSizes.MaxSize + plain.Length];
        var (nonce, tag, cipher) = Split(box);
        RandomNumberGenerator.Fill(nonce.Span);
        using (var aes = new AesGcm(secret.For(Purpose), AesGcm.TagByteSizes.MaxSize)) aes.Encrypt(nonce.Span, plain, cipher.Span, tag.Span);
        CryptographicOperations.ZeroMemory(plain);
        return new EncryptedXmlInfo(new XElement(Element, Convert.ToBase64String(box)), typeof(KeyDecryptor));
    }

    /// <summary>Nonce, tag and ciphertext, in this order.</summary>
    internal static (Memory<byte> Nonce, Memory<byte> Tag, Memory<byte> Cipher) Split(byte[] box)
    {
        var nonce = AesGcm.NonceByteSizes.MaxSize;
        var tag = AesGcm.TagByteSizes.MaxSize;
        return (box.AsMemory(0, nonce), box.AsMemory(nonce, tag), box.AsMemory(nonce + tag));
    }
}
