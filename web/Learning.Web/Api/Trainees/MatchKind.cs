using System.Text.Json.Serialization;

namespace Learning.Web.Api.Trainees;

/// <summary>How somebody who registered was found to be known.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MatchKind>))]
public enum MatchKind
{
    /// <summary>They are new.</summary>
    [JsonStringEnumMemberName("none")] None = 0,

    /// <summary>Strong evidence says who they are.</summary>
    [JsonStringEnumMemberName("automatic")] Automatic = 1,
}
