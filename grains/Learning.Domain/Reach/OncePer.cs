using System.Text.Json.Serialization;

namespace Learning.Domain.Reach;

/// <summary>Within what a counting rule counts a person once.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OncePer>))]
public enum OncePer
{
    /// <summary>A person counts once, however often and wherever reached.</summary>
    [JsonStringEnumMemberName("ever")] Ever = 0,

    /// <summary>Never only once: each participation counts.</summary>
    [JsonStringEnumMemberName("none")] None = 1,

    /// <summary>A person counts once in each reporting year.</summary>
    [JsonStringEnumMemberName("reportingYear")] ReportingYear = 2,

    /// <summary>A person counts once in each course.</summary>
    [JsonStringEnumMemberName("course")] Course = 3,
}
