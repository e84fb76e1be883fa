using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Learning.Domain.Identity;

/// <summary>
/// The strong keys of a person: whoever shares one is the same person unless a <see cref="Contradiction"/> says otherwise.
/// They hold no number in clear and may be grain keys.
/// </summary>
public static class IdentityKeys
{
    /// <summary>Start of a key from the register number.</summary>
    public const string RegisterPrefix = "r:";

    /// <summary>Start of a key from the phone together with the given name.</summary>
    public const string PhonePrefix = "p:";

    /// <summary>The strong keys that the evidence gives: none, one or both.</summary>
    /// <param name="evidence">What is known.</param>
    public static IEnumerable<string> Of(PersonEvidence evidence)
    {
        if (OfRegister(evidence) is { } register) yield return register;
        if (OfPhone(evidence) is { } phone) yield return phone;
    }

    /// <summary><c>r:</c> and the keyed hash of the register number; <see langword="null"/> without one.</summary>
    /// <param name="evidence">What is known.</param>
    public static string? OfRegister(PersonEvidence evidence) => evidence.Register is { } register ? RegisterPrefix + register.Hash : null;

    /// <summary>
    /// <c>p:</c> and a hash of phone and given name, the name after transliteration. A family shares a phone, so the phone
    /// alone is no key. <see langword="null"/> without a phone or a name.
    /// </summary>
    /// <param name="evidence">What is known.</param>
    public static string? OfPhone(PersonEvidence evidence)
    {
        if (evidence.Phone is not { } phone) return null;
        var name = PersonName.GivenKey(evidence.GivenName);
        // The phone's hash is keyed already and cannot be guessed, so that this one needs no secret.
        return name.Length == 0 ? null : PhonePrefix + Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(phone.Hash + "\0" + name)));
    }
}
