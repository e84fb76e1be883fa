using System.Text.Json.Serialization;

namespace Learning.Domain.Cohorts;

/// <summary>How a person came to be on a cohort's roster.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EnrolmentMethod>))]
public enum EnrolmentMethod
{
    /// <summary>By staff.</summary>
    [JsonStringEnumMemberName("staff")] Staff = 0,

    /// <summary>By applying on the public page.</summary>
    [JsonStringEnumMemberName("application")] Application = 1,

    /// <summary>By being checked in without being on the roster.</summary>
    [JsonStringEnumMemberName("walkIn")] WalkIn = 2,

    /// <summary>From a sign-in sheet.</summary>
    [JsonStringEnumMemberName("import")] Import = 3,
}
