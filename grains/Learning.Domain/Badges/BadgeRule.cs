namespace Learning.Domain.Badges;

/// <summary>
/// When a badge is good. Pure, and apart from the cryptography, because the server checks a signature with .NET and the
/// field app with the browser's WebCrypto.
/// </summary>
public static class BadgeRule
{
    /// <summary>The key that a badge says it was signed with; null if the set doesn't hold it.</summary>
    /// <param name="payload">What the badge says.</param>
    /// <param name="keys">The key set.</param>
    public static BadgeKey? KeyOf(BadgePayload payload, IEnumerable<BadgeKey> keys) => keys.FirstOrDefault(key => key.Kid == payload.KeyId);

    /// <summary>
    /// The verdict on a badge. A badge carries no day of signing, and can't have been meant for a day before it: so the key
    /// must have been signing on the badge's first day. A key that retired since does no harm to a badge still in date.
    /// </summary>
    /// <param name="payload">What the badge says.</param>
    /// <param name="key">Its key, see <see cref="KeyOf"/>.</param>
    /// <param name="signatureMatches">Whether the signature matches <see cref="BadgeText.SignedBytes"/> under that key.</param>
    /// <param name="day">The day of the session, in the training region's time zone.</param>
    public static BadgeVerdict Judge(BadgePayload payload, BadgeKey? key, bool signatureMatches, DateOnly day) =>
        key is null || key.Kid != payload.KeyId ? BadgeVerdict.UnknownKey
        : !signatureMatches ? BadgeVerdict.BadSignature
        : payload.NotBefore < key.ValidFrom || payload.NotBefore > key.ValidTo ? BadgeVerdict.KeyOutOfDate
        : day < payload.NotBefore ? BadgeVerdict.NotYetValid
        : day > payload.NotAfter ? BadgeVerdict.Expired
        : BadgeVerdict.Valid;
}
