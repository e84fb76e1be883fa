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

    /// <summary>A void in force, or a scan that one takes back.</summary>
    [JsonStringEnumMemberName("voided")] Voided = 3,

    /// <summary>Stored, and counts (a void: takes back) only once somebody has looked at it.</summary>
    [JsonStringEnumMemberName("review")] Review = 4,

    /// <summary>Somebody looked at it and rejected it: it counts nowhere, and takes nothing back.</summary>
    [JsonStringEnumMemberName("rejected")] Rejected = 5,
}
