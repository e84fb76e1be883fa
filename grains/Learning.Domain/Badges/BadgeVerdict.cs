using System.Text.Json.Serialization;

namespace Learning.Domain.Badges;

/// <summary>What verifying a badge found. Whether it was revoked is a question to the revocation list, not to the badge.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BadgeVerdict>))]
public enum BadgeVerdict
{
    /// <summary>Signed by the federation and good on that day.</summary>
    [JsonStringEnumMemberName("valid")] Valid,

    /// <summary>The key id is not in the key set: refresh the set, or not ours.</summary>
    [JsonStringEnumMemberName("unknownKey")] UnknownKey,

    /// <summary>The key may not sign a badge that starts on that day.</summary>
    [JsonStringEnumMemberName("keyOutOfDate")] KeyOutOfDate,

    /// <summary>The signature does not match: not ours, or changed.</summary>
    [JsonStringEnumMemberName("badSignature")] BadSignature,

    /// <summary>Ours, but not good yet.</summary>
    [JsonStringEnumMemberName("notYetValid")] NotYetValid,

    /// <summary>Ours, but no longer good.</summary>
    [JsonStringEnumMemberName("expired")] Expired,
}
