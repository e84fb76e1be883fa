using System.Text.Json.Serialization;

namespace Learning.Domain.Sessions;

/// <summary>
/// What is recorded about a person at a session. A person without a mark is <em>not yet marked</em>, which is not the
/// same as <see cref="Absent"/>; there is deliberately no value for it.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<Mark>))]
public enum Mark
{
    /// <summary>Was there.</summary>
    [JsonStringEnumMemberName("present")] Present = 1,

    /// <summary>Was there, but came late; counts as attendance.</summary>
    [JsonStringEnumMemberName("late")] Late = 2,

    /// <summary>Was not there, with a reason the trainer accepted.</summary>
    [JsonStringEnumMemberName("excused")] Excused = 3,

    /// <summary>Was not there.</summary>
    [JsonStringEnumMemberName("absent")] Absent = 4,
}
