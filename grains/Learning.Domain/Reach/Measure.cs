using System.Text.Json.Serialization;

namespace Learning.Domain.Reach;

/// <summary>The measures a figure can have (domain.md, Measures 1-7). Every figure names its own.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Measure>))]
public enum Measure
{
    /// <summary>Person × cohort with at least one present or late mark.</summary>
    [JsonStringEnumMemberName("participations")] Participations,

    /// <summary>Distinct people with at least one present or late mark.</summary>
    [JsonStringEnumMemberName("reached")] Reached,

    /// <summary>Distinct people with a completion.</summary>
    [JsonStringEnumMemberName("completed")] Completed,

    /// <summary>Person × cohort with a completion.</summary>
    [JsonStringEnumMemberName("completions")] Completions,

    /// <summary>Distinct people holding a certificate valid on the as-of date.</summary>
    [JsonStringEnumMemberName("certified")] Certified,

    /// <summary>Sum of the hours of the sessions attended, in hours.</summary>
    [JsonStringEnumMemberName("contactHours")] ContactHours,

    /// <summary>People whose first ever mark of attendance falls in the period.</summary>
    [JsonStringEnumMemberName("firstTime")] FirstTime,

    /// <summary>Unnamed attendances; shown beside named people, never added to them.</summary>
    [JsonStringEnumMemberName("headcount")] Headcount,
}
