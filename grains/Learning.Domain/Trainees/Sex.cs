using System.Text.Json.Serialization;

namespace Learning.Domain.Trainees;

/// <summary>Sex as stated by the person; on the wire in camelCase (<c>female</c>, <c>notStated</c>).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Sex>))]
public enum Sex
{
    /// <summary>Not asked or not answered.</summary>
    [JsonStringEnumMemberName("notStated")] NotStated = 0,

    /// <summary>Female (эм on the federation's sheets).</summary>
    [JsonStringEnumMemberName("female")] Female = 1,

    /// <summary>Male (эр on the federation's sheets).</summary>
    [JsonStringEnumMemberName("male")] Male = 2,

    /// <summary>Another answer.</summary>
    [JsonStringEnumMemberName("other")] Other = 3,
}
