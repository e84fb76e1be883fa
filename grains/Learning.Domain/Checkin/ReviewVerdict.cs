using System.Text.Json.Serialization;

namespace Learning.Domain.Checkin;

/// <summary>What somebody decided about a scan that was flagged.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReviewVerdict>))]
public enum ReviewVerdict
{
    /// <summary>Counts like any other scan; a void takes back like any other.</summary>
    [JsonStringEnumMemberName("accept")] Accept = 1,

    /// <summary>Counts nowhere; a void takes nothing back.</summary>
    [JsonStringEnumMemberName("reject")] Reject = 2,

    /// <summary>Counts as before; somebody has seen why it was flagged.</summary>
    [JsonStringEnumMemberName("seen")] Seen = 3,
}
