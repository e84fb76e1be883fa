using System.Text.Json.Serialization;

namespace Learning.Web.Api.Enrolments;

/// <summary>Which test.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ScoreKind>))]
public enum ScoreKind
{
    /// <summary>Before the course.</summary>
    [JsonStringEnumMemberName("pre")] Pre = 0,

    /// <summary>After it.</summary>
    [JsonStringEnumMemberName("post")] Post = 1,
}
