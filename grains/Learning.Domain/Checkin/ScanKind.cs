using System.Text.Json.Serialization;

namespace Learning.Domain.Checkin;

/// <summary>What a scan does.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ScanKind>))]
public enum ScanKind
{
    /// <summary>Checks a known person in.</summary>
    [JsonStringEnumMemberName("in")] In = 1,

    /// <summary>Takes one scan back, named by its id.</summary>
    [JsonStringEnumMemberName("void")] Void = 2,

    /// <summary>Checks in somebody new, described in three fields.</summary>
    [JsonStringEnumMemberName("walkIn")] WalkIn = 3,
}
