using System.Collections.Immutable;
using Learning.Contracts.Cohorts;
using Learning.Contracts.Sessions;
using Learning.Contracts.Trainees;
using Learning.Domain.Checkin;
using Learning.Domain.Cohorts;
using Learning.Domain.Courses;
using Learning.Domain.Ids;
using Learning.Domain.Sessions;
using Learning.Domain.Trainees;
using Learning.Silo.Storage;

namespace Learning.Tests.Grains;

/// <summary>What most grain tests begin with: people with badges, a cohort, scans.</summary>
internal static class Training
{
    /// <summary>The first session's day, which is <see cref="TestSilo.Start"/>'s in Mongolia.</summary>
    public static readonly DateOnly Day = new(2026, 3, 10);

    public static string NewId() => LearningId.New(TimeProvider.System);

    public static CourseVersion Course(decimal? passMark = null, int? validMonths = null) => new()
    {
        Code = "safety", TitleMn = "Аюулгүй ажиллагаа", TitleEn = "Safety", Hours = 12, Days = 2,
        Completion = new CompletionRule(0.8m, passMark), Certificate = new CertificateRule(CertificateKind.Completion, validMonths),
    };

    /// <summary>Two days of six hours.</summary>
    public static CohortPlan Plan(int capacity = 10, CourseVersion? course = null, string region = "MN6416", string zone = "Asia/Ulaanbaatar") => new()
    {
        Course = course ?? Course(), RegionCode = region, TimeZone = zone, Venue = "Соёлын төв", Capacity = capacity,
        Sessions = [new SessionPlan(1, Day, 6), new SessionPlan(2, Day.AddDays(1), 6)],
        Grants = [new GrantShare("sdc-1", "sdc")], Trainers = ["trainer"],
    };

    /// <summary>A cohort, its first session, and an enrolled person with a badge.</summary>
    public static async Task<(TestSilo Silo, ICohortGrain Cohort, ISessionGrain Session, string Person, string Badge)> EnrolledAsync(
        this GrainFixture fixture, DatabaseKind kind, int capacity = 10)
    {
        var silo = await fixture.On(kind);
        var cohort = await silo.CohortAsync(Plan(capacity));
        var person = await silo.PersonAsync();
        var badge = await silo.BadgeAsync(person);
        await cohort.EnrolAsync(person);
        return (silo, cohort, silo.Session(cohort), person, badge);
    }

    public static async Task<ICohortGrain> CohortAsync(this TestSilo silo, CohortPlan? plan = null, bool open = true)
    {
        var cohort = silo.Grains.GetGrain<ICohortGrain>(NewId());
        Assert.Equal(OperationResult.Done, await cohort.Plan(plan ?? Plan()));
        if (open) Assert.Equal(OperationResult.Done, await cohort.Open());
        return cohort;
    }

    public static IMergingGrain Merging(this TestSilo silo) => silo.Grains.GetGrain<IMergingGrain>(0);

    public static ISessionGrain Session(this TestSilo silo, ICohortGrain cohort, int number = 1) =>
        silo.Grains.GetGrain<ISessionGrain>(SessionId.Of(cohort.GetPrimaryKeyString(), number));

    public static async Task<string> PersonAsync(this TestSilo silo, string name = "Өлзий", Consent consents = Consent.Training | Consent.Certificate)
    {
        var id = NewId();
        await silo.Grains.GetGrain<ITraineeGrain>(id).Register(new Profile { GivenName = name, Patronymic = "Бат", Sex = Sex.Female, BirthYear = 1985, HomeRegion = "MN6416", Consents = consents }, "admin");
        return id;
    }

    public static async Task<string[]> PeopleAsync(this TestSilo silo, params string[] names) => await Task.WhenAll(names.Select(name => silo.PersonAsync(name)));

    /// <summary>A new badge, good for the whole year.</summary>
    public static async Task<string> BadgeAsync(this TestSilo silo, string traineeId)
    {
        var badge = new Badge(NewId(), "HTTPS://H/B/X", "K7M-2Q9", new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), silo.Clock.Now);
        Assert.Equal(OperationResult.Done, await silo.Grains.GetGrain<ITraineeGrain>(traineeId).IssueBadge(badge));
        return badge.Id;
    }

    public static EnrolmentRequest Asking(string traineeId) => new(traineeId, new PersonAsOf("MN6416", "ngo-1", 1985, Sex.Female));

    public static Task<ImmutableArray<EnrolmentOutcome>> EnrolAsync(this ICohortGrain cohort, params string[] traineeIds) => cohort.Enrol([.. traineeIds.Select(Asking)]);

    public static async Task<EnrolmentState?[]> StandingAsync(this ICohortGrain cohort, params string[] traineeIds) => [.. await cohort.Standing([.. traineeIds])];

    public static Scan Scan(this ISessionGrain session, string? badgeId, DateTimeOffset at, long seq = 1) => new()
    {
        ScanId = NewId(), SessionId = session.GetPrimaryKeyString(), DeviceSeq = seq, BadgeId = badgeId, CapturedAt = at, Method = ScanMethod.Qr, Operator = "trainer",
    };

    /// <summary>A tick on the roster.</summary>
    public static Scan Tick(this ISessionGrain session, string traineeId, DateTimeOffset at) =>
        session.Scan(null, at) with { TraineeId = traineeId, Method = ScanMethod.Roster };

    public static Scan Undo(this Scan scan, DateTimeOffset at) =>
        scan with { ScanId = NewId(), Kind = ScanKind.Void, TargetScanId = scan.ScanId, BadgeId = null, TraineeId = null, CapturedAt = at };

    /// <summary>Uploads from a phone whose clock is right.</summary>
    public static async Task<ScanResult> SendAsync(this TestSilo silo, ISessionGrain session, Scan scan, string device = "phone-1", TimeSpan offset = default, params string[] flags) =>
        Assert.Single(await session.Record(new ScanUpload(device, [scan], offset, silo.Clock.Now, [.. flags])));

    /// <summary>Decides about one scan, as an administrator.</summary>
    public static async Task<ReviewOutcome> DecideAsync(this TestSilo silo, ISessionGrain session, string scanId, ReviewVerdict verdict) =>
        Assert.Single(await session.Review([new ScanReview(NewId(), scanId, verdict, "шалгав", "admin", silo.Clock.Now)]));

    /// <summary>Marks somebody present by a tick, and sees it counted.</summary>
    public static async Task AttendAsync(this TestSilo silo, ISessionGrain session, params string[] traineeIds)
    {
        foreach (var id in traineeIds) Assert.Equal(ScanEffect.Counted, (await silo.SendAsync(session, session.Tick(id, silo.Clock.Now))).Effect);
    }

    public static async Task<SessionMark?> MarkAsync(this ISessionGrain session, string traineeId) =>
        (await session.Attendance())!.Marks.SingleOrDefault(m => m.TraineeId == traineeId);
}
