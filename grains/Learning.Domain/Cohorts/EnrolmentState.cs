using System.Text.Json.Serialization;

namespace Learning.Domain.Cohorts;

/// <summary>Where a person stands with a cohort.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EnrolmentState>))]
public enum EnrolmentState
{
    /// <summary>Applied, not yet decided.</summary>
    [JsonStringEnumMemberName("requested")] Requested = 0,

    /// <summary>Accepted, but the cohort is full; promoted in order when a place frees.</summary>
    [JsonStringEnumMemberName("waitlisted")] Waitlisted = 1,

    /// <summary>Holds a place.</summary>
    [JsonStringEnumMemberName("enrolled")] Enrolled = 2,

    /// <summary>Gave the place up.</summary>
    [JsonStringEnumMemberName("withdrawn")] Withdrawn = 3,

    /// <summary>The application was refused.</summary>
    [JsonStringEnumMemberName("declined")] Declined = 4,

    /// <summary>Met the course version's completion rule.</summary>
    [JsonStringEnumMemberName("completed")] Completed = 5,

    /// <summary>The cohort closed and the rule was not met.</summary>
    [JsonStringEnumMemberName("notCompleted")] NotCompleted = 6,
}
