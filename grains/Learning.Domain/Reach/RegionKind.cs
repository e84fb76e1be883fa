using System.Text.Json.Serialization;

namespace Learning.Domain.Reach;

/// <summary>Which of its two regions a participation is counted in.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RegionKind>))]
public enum RegionKind
{
    /// <summary>Where the session took place (the default).</summary>
    [JsonStringEnumMemberName("training")] Training = 0,

    /// <summary>Where the person lived on enrolment.</summary>
    [JsonStringEnumMemberName("home")] Home = 1,
}
