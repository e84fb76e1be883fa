using System.Text.Json.Serialization;

namespace Learning.Domain.Cohorts;

/// <summary>Life of a cohort: planned → open → running → closed, or cancelled.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CohortState>))]
public enum CohortState
{
    /// <summary>Being prepared; not shown to the public.</summary>
    [JsonStringEnumMemberName("planned")] Planned = 0,

    /// <summary>Shown to the public; takes applications.</summary>
    [JsonStringEnumMemberName("open")] Open = 1,

    /// <summary>The first mark has been made.</summary>
    [JsonStringEnumMemberName("running")] Running = 2,

    /// <summary>Completions are computed and certificates issued.</summary>
    [JsonStringEnumMemberName("closed")] Closed = 3,

    /// <summary>Did not take place, or was imported by mistake; counts nowhere.</summary>
    [JsonStringEnumMemberName("cancelled")] Cancelled = 4,
}
