using System.Text.Json.Serialization;

namespace Learning.Domain.Checkin;

/// <summary>What became of one item of an upload.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ScanStatus>))]
public enum ScanStatus
{
    /// <summary>Durably stored now.</summary>
    [JsonStringEnumMemberName("stored")] Stored = 1,

    /// <summary>Was durably stored before, with the same content.</summary>
    [JsonStringEnumMemberName("replayed")] Replayed = 2,

    /// <summary>Can't be taken as it is; kept for review.</summary>
    [JsonStringEnumMemberName("quarantined")] Quarantined = 3,

    /// <summary>Outcome unknown: send it again with the same id.</summary>
    [JsonStringEnumMemberName("retry")] Retry = 4,
}
