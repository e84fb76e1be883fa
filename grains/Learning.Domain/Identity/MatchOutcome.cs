using System.Text.Json.Serialization;

namespace Learning.Domain.Identity;

/// <summary>What is to be done with a person who registers.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MatchOutcome>))]
public enum MatchOutcome
{
    /// <summary>Nobody known: a new person.</summary>
    [JsonStringEnumMemberName("new")] New = 1,

    /// <summary>Somebody known.</summary>
    [JsonStringEnumMemberName("matched")] Matched = 2,

    /// <summary>Neither can be said: a human must look at the reasons.</summary>
    [JsonStringEnumMemberName("conflict")] Conflict = 3,
}
