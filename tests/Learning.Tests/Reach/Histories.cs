using System.Collections.Immutable;
using CsCheck;
using Learning.Domain.Reach;
using Learning.Domain.Reach.Donors;
using Learning.Domain.Trainees;

namespace Learning.Tests.Reach;

/// <summary>Random facts, changes of facts, queries and rules, small enough to collide often.</summary>
internal static class Histories
{
    private static readonly ImmutableArray<DateOnly> Days =
    [
        new(2017, 1, 31), new(2017, 2, 1), new(2017, 9, 30), new(2017, 10, 1), new(2017, 12, 31), new(2018, 1, 1),
        new(2018, 2, 28), new(2018, 10, 1), new(2018, 10, 2), new(2019, 3, 8), new(2019, 6, 30), new(2019, 12, 31),
    ];

    private static readonly Gen<string> Region = Gen.OneOf([.. Fixture.RegionCodes, "", "XX99"]);
    private static readonly Gen<string> Course = Gen.OneOf("ХАБ-101", "LAW-101", "INFO-1");
    private static readonly Gen<string> Funder = Gen.OneOf("SDC", "ЕХ", "TRAF");
    // Three grants at most, of which two may be of one funder, with shares that never exceed the whole.
    private static readonly Gen<(string, int?)[]> Grants = Gen.Select(Funder, Gen.OneOf<int?>(null, 0, 100_000, 250_000, 333_333)).Array[0, 3];
    private static readonly Gen<string> CohortId = Gen.OneOf("c1", "c2", "c3", "c4", "c5");
    private static readonly Gen<DateOnly> Day = Gen.OneOf([.. Days]);
    private static readonly Gen<DateOnly?> DayOrNone = Gen.Frequency((2, Gen.Const(() => (DateOnly?)null)), (1, Day.Select(d => (DateOnly?)d)));
    private static readonly Gen<int> SessionNumber = Gen.OneOf(0, 1, 2, 3, 15, 16, 17, 130);
    private static readonly Gen<Sex> AnySex = Gen.Enum<Sex>();

    public static readonly Gen<CohortFact> Cohort =
        from id in CohortId
        from course in Course
        from kind in Gen.OneOf("training", "information", "trainingOfTrainers")
        from region in Region
        from funders in Grants
        from sessions in Gen.Select(SessionNumber, Day, Gen.OneOf(0m, 0.33m, 1.5m, 4m, 8m)).Array[0, 5]
        select new CohortFact
        {
            Id = id,
            CourseCode = course,
            CourseKind = kind,
            Region = region,
            Funding = Funding.Of(funders),
            Sessions = [.. sessions.DistinctBy(s => s.Item1).Select(s => new SessionFact(s.Item1, s.Item2, s.Item3))],
        };

    public static readonly Gen<ParticipationFact> Participation =
        from cohort in CohortId
        from home in Region
        from organisation in Gen.OneOf([.. Fixture.OrganisationAndAbove.Keys])
        from birthYear in Gen.OneOf(0, 1950, 1983, 1992, 1993, 1994, 2004)
        from sex in AnySex
        from attended in SessionNumber.Array[0, 5]
        from completed in Gen.Bool
        from certificates in Gen.Select(Day, DayOrNone, DayOrNone, (f, u, r) => new CertificateFact(f, u, r)).Array[0, 2]
        select new ParticipationFact
        {
            CohortId = cohort,
            HomeRegion = home,
            Organisation = organisation.Length == 0 ? null : organisation,
            BirthYear = birthYear,
            Sex = sex,
            Attended = [.. attended],
            Completed = completed,
            Certificates = [.. certificates],
        };

    public static readonly Gen<Change> AnyChange = Gen.Frequency(
        (4, Gen.Select(Gen.Int[0, 6], Participation.Array[0, 4], (n, p) => (Change)new Change.Person(n, [.. p]))),
        (4, Gen.Select(Gen.Int[0, 6], CohortId.Array[1, 2], Participation.Array[0, 4], (n, ids, p) => (Change)new Change.Participations(n, [.. ids], [.. p.Where(f => ids.Contains(f.CohortId))]))),
        (3, Cohort.Select(c => (Change)new Change.Cohort(c))),
        (1, CohortId.Select(c => (Change)new Change.Cancelled(c))),
        (1, Gen.Select(Gen.Int[0, 6], Gen.Int[0, 6], (a, b) => (Change)new Change.Merge(a, b))));

    public static readonly Gen<ReachQuery> Query =
        from region in Gen.Frequency((2, Gen.Const("MN")), (1, Gen.OneOf([.. Fixture.RegionCodes])))
        from kind in Gen.Enum<RegionKind>()
        from period in Gen.Select(DayOrNone, DayOrNone)
        from measure in Gen.Enum<Measure>().Where(m => m != Measure.Headcount)
        from course in Maybe(Course)
        from funder in Maybe(Funder)
        from sex in Gen.Frequency((3, Gen.Const(() => (Sex?)null)), (1, AnySex.Select(s => (Sex?)s)))
        from age in Maybe(Gen.OneOf([.. AgeBand.All]))
        from organisation in Maybe(Gen.OneOf("ХОЛБОО", "ТББ-1", "НӨХ-3"))
        from rows in Gen.Int[-1, 7]
        select new ReachQuery
        {
            Region = region,
            RegionKind = kind,
            From = period.Item1,
            To = period.Item2,
            Measure = measure,
            Course = course,
            Funder = funder,
            Sex = sex,
            AgeBand = age,
            Organisation = organisation,
            By = rows < 0 ? null : (ReachBy)rows,
        };

    public static readonly Gen<CountingRule> Rule =
        from once in Gen.Enum<OncePer>()
        from start in Gen.OneOf(new MonthDay(1, 1), new MonthDay(10, 1), new MonthDay(2, 28), new MonthDay(10, 2))
        from minHours in Gen.OneOf(0m, 0m, 0.33m, 4.33m, 9.5m)
        from completers in Gen.Frequency((3, Gen.Const(false)), (1, Gen.Const(true)))
        from exclude in Gen.Frequency((3, Gen.Const(ImmutableArray<string>.Empty)), (1, Gen.Const(ImmutableArray.Create("information"))))
        select new CountingRule
        {
            Id = "random",
            OncePer = once,
            ReportingYearStart = start,
            MinHours = minHours,
            CompletersOnly = completers,
            ExcludeCourseKinds = exclude,
        };

    private static Gen<string?> Maybe(Gen<string> gen) => Gen.Frequency((4, Gen.Const(() => (string?)null)), (1, gen.Select(s => (string?)s)));
}
