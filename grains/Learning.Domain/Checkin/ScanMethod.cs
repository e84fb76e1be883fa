using System.Text.Json.Serialization;

namespace Learning.Domain.Checkin;

/// <summary>How the person was identified.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ScanMethod>))]
public enum ScanMethod
{
    /// <summary>By the badge's QR.</summary>
    [JsonStringEnumMemberName("qr")] Qr = 1,

    /// <summary>Found by name or short code.</summary>
    [JsonStringEnumMemberName("search")] Search = 2,

    /// <summary>Ticked on the roster.</summary>
    [JsonStringEnumMemberName("roster")] Roster = 3,

    /// <summary>Taken over from a paper sheet.</summary>
    [JsonStringEnumMemberName("paper")] Paper = 4,

    /// <summary>By the person's own phone.</summary>
    [JsonStringEnumMemberName("self")] Self = 5,
}
