using System.Text.Json.Serialization;

namespace Learning.Domain.Checkin;

/// <summary>What a stored scan comes to.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ScanEffect>))]
public enum ScanEffect
{
    /// <summary>The person's mark rests on this scan.</summary>
    [JsonStringEnumMemberName("counted")] Counted = 1,

    /// <summary>The person was already marked; the scan is kept.</summary>
    [JsonStringEnumMemberName("alreadyCounted")] AlreadyCounted = 2,

    /// <summary>A void, or a scan that a void had already named.</summary>
    [JsonStringEnumMemberName("voided")] Voided = 3,

    /// <summary>Stored, and counts only once somebody has looked at it.</summary>
    [JsonStringEnumMemberName("review")] Review = 4,
}
