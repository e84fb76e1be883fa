using System.Text.Json.Serialization;

namespace Learning.Domain.Reach;

/// <summary>What the rows of a reach answer are.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReachBy>))]
public enum ReachBy
{
    /// <summary>The children of the queried region.</summary>
    [JsonStringEnumMemberName("region")] Region,

    /// <summary>Calendar months of the sessions; with the cumulative value.</summary>
    [JsonStringEnumMemberName("month")] Month,

    /// <summary>Calendar years of the sessions; with the cumulative value.</summary>
    [JsonStringEnumMemberName("year")] Year,

    /// <summary>Courses.</summary>
    [JsonStringEnumMemberName("course")] Course,

    /// <summary>Funders; each funder of a cohort is credited.</summary>
    [JsonStringEnumMemberName("funder")] Funder,

    /// <summary>Sex as stated at enrolment.</summary>
    [JsonStringEnumMemberName("sex")] Sex,

    /// <summary>Age band at the session's date.</summary>
    [JsonStringEnumMemberName("ageBand")] AgeBand,

    /// <summary>Organisation at enrolment.</summary>
    [JsonStringEnumMemberName("organisation")] Organisation,
}
