using System.Text.Json.Serialization;

namespace Learning.Domain.Trainees;

/// <summary>Outcome of trying a PIN.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PinCheck>))]
public enum PinCheck
{
    /// <summary>Not the PIN.</summary>
    [JsonStringEnumMemberName("wrong")] Wrong = 0,

    /// <summary>The PIN.</summary>
    [JsonStringEnumMemberName("right")] Right = 1,

    /// <summary>Too many wrong tries; nothing is tried for a quarter of an hour.</summary>
    [JsonStringEnumMemberName("locked")] Locked = 2,

    /// <summary>No PIN has been set.</summary>
    [JsonStringEnumMemberName("none")] None = 3,
}
