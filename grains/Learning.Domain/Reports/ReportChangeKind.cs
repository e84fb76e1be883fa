using System.Text.Json.Serialization;

namespace Learning.Domain.Reports;

/// <summary>What happened since a report was frozen.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReportChangeKind>))]
public enum ReportChangeKind
{
    /// <summary>Something else, which the facts show but nobody noted.</summary>
    [JsonStringEnumMemberName("other")] Other = 0,

    /// <summary>A mark was corrected at the desk.</summary>
    [JsonStringEnumMemberName("correction")] Correction = 1,

    /// <summary>A scan was taken back.</summary>
    [JsonStringEnumMemberName("void")] Void = 2,

    /// <summary>A scan made before the freezing came after it.</summary>
    [JsonStringEnumMemberName("lateSync")] LateSync = 3,

    /// <summary>Somebody checked in after the freezing.</summary>
    [JsonStringEnumMemberName("checkIn")] CheckIn = 4,

    /// <summary>Two records turned out to be one person.</summary>
    [JsonStringEnumMemberName("merge")] Merge = 5,

    /// <summary>A merge was taken back.</summary>
    [JsonStringEnumMemberName("mergeUndone")] MergeUndone = 6,

    /// <summary>Sheets were imported.</summary>
    [JsonStringEnumMemberName("import")] Import = 7,

    /// <summary>An import was undone.</summary>
    [JsonStringEnumMemberName("importUndone")] ImportUndone = 8,

    /// <summary>A cohort was cancelled.</summary>
    [JsonStringEnumMemberName("cohortCancelled")] CohortCancelled = 9,

    /// <summary>Day, hours, region or funding of a cohort were changed.</summary>
    [JsonStringEnumMemberName("planChanged")] PlanChanged = 10,

    /// <summary>Completion was settled anew, as a cohort was closed.</summary>
    [JsonStringEnumMemberName("completion")] Completion = 11,

    /// <summary>A certificate was issued.</summary>
    [JsonStringEnumMemberName("certificateIssued")] CertificateIssued = 12,

    /// <summary>A certificate was revoked or replaced.</summary>
    [JsonStringEnumMemberName("certificateRevoked")] CertificateRevoked = 13,

    /// <summary>A certificate's validity ended.</summary>
    [JsonStringEnumMemberName("certificateExpired")] CertificateExpired = 14,

    /// <summary>What was noted of the person on enrolment was changed.</summary>
    [JsonStringEnumMemberName("enrolmentFacts")] EnrolmentFacts = 15,

    /// <summary>People came to a cohort of which nobody was in the report.</summary>
    [JsonStringEnumMemberName("newCohort")] NewCohort = 16,

    /// <summary>Somebody decided about a scan that waited for review.</summary>
    [JsonStringEnumMemberName("review")] Review = 17,

    /// <summary>The number of people without names was noted or changed.</summary>
    [JsonStringEnumMemberName("headcount")] Headcount = 18,
}
