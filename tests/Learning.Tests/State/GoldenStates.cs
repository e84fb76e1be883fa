using System.Collections.Immutable;
using Learning.Domain.Badges;
using Learning.Domain.Certificates;
using Learning.Domain.Checkin;
using Learning.Domain.Cohorts;
using Learning.Domain.Courses;
using Learning.Domain.Devices;
using Learning.Domain.Funders;
using Learning.Domain.Imports;
using Learning.Domain.Organisations;
using Learning.Domain.Reach;
using Learning.Domain.Reach.Targets;
using Learning.Domain.Reports;
using Learning.Domain.Requests;
using Learning.Domain.Sessions;
using Learning.Domain.Trainees;
using Learning.Grains.Badges;
using Learning.Grains.Certificates;
using Learning.Grains.Cohorts;
using Learning.Grains.Courses;
using Learning.Grains.Devices;
using Learning.Grains.Funders;
using Learning.Grains.Imports;
using Learning.Grains.Organisations;
using Learning.Grains.Reports;
using Learning.Grains.Requests;
using Learning.Grains.Sessions;
using Learning.Grains.Targets;
using Learning.Grains.Trainees;

namespace Learning.Tests.State;

/// <summary>
/// One example of each state with every field filled in; <c>Golden/*.json</c> holds what was stored for it. When a state gets a
/// new field, its old file stays as it is and a new example is added beside it: old data must read for ever.
/// </summary>
internal static class GoldenStates
{
    private static readonly DateTimeOffset At = new(2026, 3, 10, 2, 30, 15, 250, TimeSpan.Zero);
    private static readonly DateOnly Day = new(2026, 3, 10);

    public static IReadOnlyDictionary<string, object> All { get; } = new SortedDictionary<string, object>(StringComparer.Ordinal)
    {
        ["badge"] = new StoredBadge { Holder = new BadgeHolder("trainee-1", Day, Day.AddYears(2), At) },
        ["certificate"] = new StoredCertificate { Certificate = Certificate },
        ["cohort"] = new StoredCohort { Cohort = Cohort },
        ["course"] = new StoredCourse { Versions = [Course, Course with { Version = 2, Completion = new CompletionRule(0.5m), Certificate = new CertificateRule(CertificateKind.Attendance) }] },
        ["device"] = new StoredDevice { Device = Device },
        ["funder"] = new StoredFunder
        {
            Funder = new Funder
            {
                Code = "sdc", NameMn = "Швейцарын хөгжлийн агентлаг", NameEn = "Swiss Agency for Development", Type = FunderType.Government, IatiReference = "CH-4",
                Grants = [new Grant("sdc-sam", "Тогтвортой бичил уурхай", "Sustainable Artisanal Mining", new DateOnly(2017, 1, 1), new DateOnly(2019, 12, 31)), new Grant("sdc-2", "Ү", "U")],
            },
        },
        ["identitykey"] = new StoredIdentityKey { TraineeId = "trainee-1" },
        ["import"] = new StoredImport { Import = Import, ConfirmAtOnce = true },
        ["organisation"] = new StoredOrganisation { Organisation = new Organisation("p-17", "ngo-3", "partnership", "Өндөр-Уул нөхөрлөл", "Undur-Uul partnership") },
        ["report"] = new StoredReport
        {
            Report = new Report
            {
                Id = "report-1", Title = "Эхний хагас жил", Query = Figure with { By = ReachBy.Sex }, RuleVersion = 2, FrozenAt = At, FrozenBy = "manager",
                Document = "{\"total\": 12}\n", DonorDocument = "{}\n", Total = 12.5m, Unnamed = 3, Rows = [new ReachRow("female", 8.5m, 9), new ReachRow("", 4)], Fingerprint = "00ff", FactsForm = 2, Facts = 12,
            },
        },
        ["reportlinks"] = new StoredReportLinks { Links = [new ReportLink(1, "Швейцарын элчин", At, "manager", Day, At), new ReportLink(2, "Ү", At, "admin")], Operations = ["op-1", "op-2"] },
        ["request"] = new StoredRequest { Digest = "5f2c", Answer = new KeptAnswer(201, """{"id":"c1","нэр":"Өлзий <b>"}""", "/api/cohorts/c1") },
        ["session"] = new StoredSession { Frame = Frame, Pages = ["01k0page1", "01k0page2"], Scans = Scans, Corrections = Corrections, Headcount = [new HeadcountCell(Sex.Female, "25-34", 3), new HeadcountCell(Sex.NotStated, "", 2)], Reviews = [new ScanReview("rev-1", "scan-1", ReviewVerdict.Seen, "танина", "trainer", At)] },
        ["sessionpage"] = new StoredSessionPage { Scans = Scans },
        ["target"] = new StoredTarget
        {
            Target = new Target { Id = "target-1", Query = Figure, Settings = [new TargetSetting(At, "manager", 1200, 40.5m, Day), new TargetSetting(At, "admin", null)] },
        },
        ["trainee"] = new StoredTrainee { Trainee = Trainee, PinDigest = "00ff", WrongPins = 2, PinLockedUntil = At },
    };

    private static ReachQuery Figure => new()
    {
        Region = "MN64", RegionKind = RegionKind.Home, From = Day.AddYears(-1), To = Day, Measure = Measure.Completed, Rule = "completers-once-ever", Course = "OSH-101",
        Funder = "sdc", Sex = Sex.Female, AgeBand = "25-34", Organisation = "ngo-3", By = ReachBy.Month,
    };

    private static CourseVersion Course => new()
    {
        Code = "safety", Version = 1, TitleMn = "Аюулгүй ажиллагаа", TitleEn = "Safety", Kind = "training", Hours = 12.5m, Days = 2,
        OutlineMn = "1. Ажлын байр\n2. Хамгаалах хэрэгсэл", OutlineEn = "1. \"Workplace\" & <gear>",
        Completion = new CompletionRule(0.8m, 60), Certificate = new CertificateRule(CertificateKind.Completion, 36),
    };

    private static Certificate Certificate => new(
        new CertificateFacts
        {
            Number = "K7M2Q9XA1B2C3D4E", Kind = CertificateKind.Attendance, HolderName = "Б. Өлзий", CourseCode = "safety", CourseTitleMn = "Аюулгүй ажиллагаа",
            CourseTitleEn = "Safety", CourseVersion = 2, Hours = 12.5m, RegionNameMn = "Уянга", RegionNameEn = "Uyanga", FirstSession = Day, LastSession = Day.AddDays(1),
            IssuerNameMn = "Холбоо", IssuerNameEn = "Federation", IssuedOn = Day.AddDays(2), ValidUntil = Day.AddYears(3), Supersedes = "A", SupersededBy = "C",
            RevokedOn = Day.AddDays(9), RevokedReason = "Алдаатай",
        },
        "trainee-1", "cohort-1", 2);

    private static Cohort Cohort => new()
    {
        Id = "cohort-1", State = CohortState.Closed, ImportId = "import-1", Sheet = "2017-03.csv", CertificatesIssued = true, ClosedAt = At, RosterVersion = 7,
        Plan = new CohortPlan
        {
            Course = Course, RegionCode = "MN6416", TimeZone = "Asia/Ulaanbaatar", Venue = "Соёлын төв", Capacity = 25,
            Sessions = [new SessionPlan(1, Day, 6.25m), new SessionPlan(2, Day.AddDays(1), 6.25m)],
            Grants = [new GrantShare("sdc-sam", "sdc", 0.6m), new GrantShare("eu-1", "eu")], Trainers = ["trainer", "багш"],
        },
        Moved = [new SessionPlan(1, Day.AddDays(-7), 6.25m)],
        Roster =
        [
            new Enrolment
            {
                TraineeId = "trainee-1", State = EnrolmentState.Completed, Order = 1, Method = EnrolmentMethod.Import, Since = At,
                Facts = new PersonAsOf("MN6416", "ngo-3", 1985, Sex.Female), PreScore = 40, PostScore = 82.5m, HoursAttended = 12.5m, CertificateNumber = "K7M2", ImportRow = "r1",
            },
            new Enrolment { TraineeId = "trainee-2", State = EnrolmentState.NotCompleted, Order = 2, Method = EnrolmentMethod.WalkIn, Since = At, Facts = new PersonAsOf(null, null, 0, Sex.NotStated) },
        ],
    };

    private static Device Device => new()
    {
        Id = "device-1", Name = "Багшийн утас", Owner = "trainer", GrantHash = "abcd", ExpiresAt = At.AddDays(90), RevokedAt = At.AddDays(1), LastContact = At,
        ClockOffset = new TimeSpan(-3, 0, 0, 1, 500),
        Quarantine =
        [
            new QuarantinedScan(
                new Scan
                {
                    ScanId = "scan-9", DeviceSeq = 44, SessionId = "cohort-1/9", Kind = ScanKind.WalkIn, BadgeId = "b", TraineeId = "t", WalkIn = new WalkIn("Үүр", "Д.", "99112233"),
                    Method = ScanMethod.Search, Operator = "trainer", TargetScanId = "s", Reason = "r", CapturedAt = At, MonotonicMs = 12, BootId = "boot", LastClockOffsetMs = -250,
                    LocalVerdict = "ok", RosterVersion = "7", AppVersion = "1.0",
                },
                "d1", ReviewReason.UnknownSession, "device-1", At, """{"scanId":"scan-9"}""") { Decision = new QuarantineDecision("буруу хичээл", "admin", At, "cohort-1/2") },
        ],
    };

    private static Import Import => new()
    {
        Id = "import-1", FileName = "хүснэгт.xlsx", State = ImportState.Done, Done = 12, Total = 12, StartedBy = "admin", StartedAt = At, Headers = ["Нэр", "Ирц"],
        Columns = ImmutableSortedDictionary<SheetField, int>.Empty.Add(SheetField.GivenName, 0).Add(SheetField.Attended, 1),
        Chosen = ImmutableSortedDictionary<SheetField, int?>.Empty.Add(SheetField.GivenName, 0).Add(SheetField.Sex, null),
        Summary = new ImportSummary { Rows = 2, People = new ImportPeople(1, 1, 1), Cohorts = 1, AlreadyImported = 1, Marks = 3, Errors = 1, Warnings = 1 },
        Problems = [ImportProblem.Of(ImportProblemKind.RegionUnknown, 3, SheetField.Soum, ("value", "Өөр сум"))],
    };

    private static SessionFrame Frame => new()
    {
        Plan = new SessionPlan(2, Day, 6.25m), RegionCode = "MN8401", TimeZone = "Asia/Hovd", Closed = true, Trainers = ["танина"], EarlierDates = [Day.AddDays(-7)],
    };

    private static ImmutableArray<RecordedScan> Scans =>
    [
        new RecordedScan
        {
            ScanId = "scan-1", Kind = ScanKind.In, Method = ScanMethod.Qr, TraineeId = "trainee-1", BadgeId = "badge-1", DeviceId = "device-1", DeviceSeq = 12, Operator = "trainer",
            Reason = "шалтгаан", CapturedAt = At, ReceivedAt = At.AddMinutes(1), EstimatedAt = At.AddSeconds(-3), Digest = "aa", Flags = [ReviewReason.WalkIn, ReviewReason.Clock],
        },
        new RecordedScan
        {
            ScanId = "scan-2", Kind = ScanKind.Void, Method = ScanMethod.Self, TargetScanId = "scan-1", DeviceId = "device-1", CapturedAt = At, ReceivedAt = At, EstimatedAt = At, Digest = "bb",
        },
    ];

    private static ImmutableArray<Correction> Corrections =>
        [new Correction("corr-1", "trainee-1", Mark.Late, "зам", "trainer", At), new Correction("corr-2", "trainee-1", null, "", "trainer", At)];

    private static Trainee Trainee => new()
    {
        Id = "trainee-1", HasPin = true, RegisteredAt = At, RegisteredBy = "import:1", Retracted = true, Certificates = ["K7M2", "A"],
        Profile = new Profile
        {
            GivenName = "Өлзий", Patronymic = "Б.", Sex = Sex.Female, BirthYear = 1985, RegisterHash = "hash", RegisterEnding = "45", Phone = "99112233", HomeRegion = "MN6416",
            Organisation = "ngo-3", Consents = Consent.Training | Consent.Certificate,
        },
        Merges = [new Merge("trainee-1~1", "trainee-7", "admin", At, "утсаар лавласан", "request-1", new MergeUndo("admin", At.AddDays(2))), new Merge("trainee-1~2", "trainee-8", "admin", At, "", "request-2")],
        OtherRecords = ["trainee-3"],
        Badges = [new Badge("badge-1", "HTTPS://H/B/AAA", "K7M-2Q9", Day, Day.AddYears(2), At, At.AddDays(1)), new Badge("badge-2", "HTTPS://H/B/BBB", "X", Day, Day, At)],
    };
}
