namespace Learning.Silo.Projections;

/// <summary>A table of the read model as projectors write it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Owner">The column naming the grain whose rows they are; always the first of <paramref name="Columns"/>.</param>
/// <param name="Columns">Every column written, in the order of the values.</param>
/// <param name="TraineeColumn">Index of the column naming a person whose facts a change of the row changes; -1 for none.</param>
/// <param name="CohortColumn">Index of the column naming the only cohort in which it changes them; -1 if it may change them everywhere.</param>
/// <param name="MergedColumn">Index of the column naming another such person, whose facts the first one's are; -1 for none.</param>
/// <param name="CohortFacts">The columns on which facts of a cohort rest, the owner's or that of the session which is the owner; <see langword="null"/> for none.</param>
internal sealed record Table(string Name, string Owner, string[] Columns, int TraineeColumn = -1, int CohortColumn = -1, int MergedColumn = -1, string[]? CohortFacts = null)
{
    public static readonly Table People = new("people", "trainee_id",
    [
        "trainee_id", "patronymic", "given_name", "search", "sex", "birth_year", "register_ending", "phone", "home_region", "organisation",
        "consents", "badge_id", "short_code", "has_pin", "merged_into", "retracted", "registered_at", "registered_by",
    ], TraineeColumn: 0, MergedColumn: 14);

    public static readonly Table Badges = new("badges", "trainee_id", ["trainee_id", "badge_id", "short_code", "not_before", "not_after", "revoked_at"]);

    public static readonly Table Courses = new("courses", "code", ["code", "version", "title_mn", "title_en", "kind", "hours_minutes", "days"]);

    public static readonly Table Organisations = new("organisations", "code", ["code", "parent", "kind", "name_mn", "name_en"]);

    public static readonly Table Funders = new("funders", "code", ["code", "name_mn", "name_en"]);

    public static readonly Table Cohorts = new("cohorts", "cohort_id",
    [
        "cohort_id", "course_code", "course_version", "course_kind", "title_mn", "title_en", "region", "venue", "start_date", "end_date",
        "sessions", "state", "capacity", "enrolled", "waitlisted", "requested", "completed", "import_id", "sheet",
    ], CohortFacts: ["course_code", "course_kind", "region", "state"]);

    public static readonly Table CohortGrants = new("cohort_grants", "cohort_id", ["cohort_id", "grant_code", "funder", "share_millionths"], CohortFacts: ["grant_code", "funder", "share_millionths"]);

    public static readonly Table CohortTrainers = new("cohort_trainers", "cohort_id", ["cohort_id", "user_name"]);

    public static readonly Table Enrolments = new("enrolments", "cohort_id",
    [
        "cohort_id", "trainee_id", "place", "state", "method", "home_region", "organisation", "birth_year", "sex", "pre_score", "post_score",
        "minutes_attended", "certificate_number", "import_row",
    ], TraineeColumn: 1, CohortColumn: 0);

    public static readonly Table Sessions = new("sessions", "session_id",
        ["session_id", "cohort_id", "number", "held_on", "minutes", "region", "marked", "attended", "to_review", "headcount"],
        CohortFacts: ["number", "held_on", "minutes", "region"]);

    public static readonly Table Marks = new("marks", "session_id",
        ["session_id", "trainee_id", "cohort_id", "number", "mark", "marked_at", "method", "device_id", "flags"], TraineeColumn: 1, CohortColumn: 2);

    public static readonly Table Headcounts = new("headcounts", "session_id", ["session_id", "sex", "age_band", "people"], CohortFacts: ["sex", "age_band", "people"]);

    public static readonly Table Certificates = new("certificates", "number",
        ["number", "trainee_id", "cohort_id", "kind", "issued_on", "valid_until", "revoked_on", "superseded_by"], TraineeColumn: 1, CohortColumn: 2);

    public static readonly Table Devices = new("devices", "device_id",
        ["device_id", "name", "owner", "expires_at", "revoked_at", "last_contact", "missing", "quarantined", "clock_offset_ms"]);

    /// <summary>Which of a phone's scans a session has, and which the phone itself keeps because no session could take them.</summary>
    public static readonly Table Received = new("received", "owner", ["owner", "device_id", "numbers"]);

    /// <summary>Sessions and devices both own rows here; the key of one is never the key of the other.</summary>
    public static readonly Table ToReview = new("to_review", "owner",
    [
        "owner", "item_id", "quarantined", "held_on", "session_id", "cohort_id", "trainee_id", "device_id", "operator", "kind", "method", "happened_at",
        "received_at", "reasons", "waits",
    ]);

    public static readonly Table Imports = new("imports", "import_id", ["import_id", "file_name", "state", "done", "total", "started_by", "started_at"]);

    public static readonly Table Targets = new("targets", "target_id",
    [
        "target_id", "region", "region_kind", "measure", "rule", "course", "funder", "sex", "age_band", "organisation", "from_day", "to_day",
        "value", "baseline", "baseline_day", "set_at", "set_by",
    ]);

    public static readonly Table Reports = new("reports", "report_id", ["report_id", "title", "region", "measure", "frozen_at", "frozen_by", "content_hash"]);

    /// <summary>Every table, for a rebuild and an audit.</summary>
    public static readonly Table[] All =
        [
            People, Badges, Courses, Organisations, Funders, Cohorts, CohortGrants, CohortTrainers, Enrolments, Sessions, Marks, Headcounts, Certificates, Devices, Received, ToReview,
            Imports, Targets, Reports,
        ];
}
