using System.Collections.Immutable;
using Learning.Domain.Reach;
using Learning.Domain.Reach.Donors;
using Learning.Domain.Regions;
using Learning.Domain.Trainees;

namespace Learning.Benchmarks.Reach;

/// <summary>
/// A made-up country of any number of people with three participations each: 22 aimags, 339 soums of unequal size, ten
/// years, cohorts of about 25 with one to five sessions, 490 organisations, six funders. The same seed gives the same people.
/// </summary>
internal sealed class NationalScale
{
    private const int PeopleInCohort = 25;
    private const int ParticipationsOfPerson = 3;

    private static readonly string[] Courses =
        ["ХАБ-101", "LAW-101", "GEN-101", "BIZ-101", "INS-101", "RES-101", "FRM-101", "HG-101", "GOV-101", "TOT-201"];

    private static readonly string[] Funders = ["SDC-SAM", "TRAFIGURA", "ASMNF", "EU", "USAID", "EEA"];

    private readonly string[] soums;
    private readonly int[][] cohortsOfSoum;
    private readonly CohortFact[] cohorts;
    private readonly string[] organisations = [.. Enumerable.Range(0, 490).Select(i => $"НҮХ-{i:000}")];

    /// <summary>Makes the cohorts; people are made when asked for, so that only the engine holds them.</summary>
    public NationalScale(int people)
    {
        People = people;
        var aimags = Enumerable.Range(0, 22).Select(i => $"MN{i + 41}").ToArray();
        soums = [.. Enumerable.Range(0, 339).Select(i => $"{aimags[i % 22]}{i / 22 + 1:00}")];
        Regions = new([
            new("MN", null, 0, "Монгол", "Mongolia", "Asia/Ulaanbaatar"),
            .. aimags.Select(a => new Region(a, "MN", 1, a, a, "Asia/Ulaanbaatar")),
            .. soums.Select(s => new Region(s, s[..4], 2, s, s, "Asia/Ulaanbaatar"))]);
        Organisations = new(organisations.Select((o, i) => KeyValuePair.Create(o, $"ТББ-{i % 87:00}")));
        var random = new Random(2019);
        cohorts = [.. Enumerable.Range(0, Math.Max(1, people * ParticipationsOfPerson / PeopleInCohort)).Select(i => MakeCohort(random, i))];
        cohortsOfSoum = [.. soums.Select(s => Enumerable.Range(0, cohorts.Length).Where(i => cohorts[i].Region == s).ToArray())];
    }

    /// <summary>How many people there are.</summary>
    public int People { get; }

    /// <summary>The country.</summary>
    public RegionTree Regions { get; }

    /// <summary>87 NGOs with their partnerships.</summary>
    public OrganisationTree Organisations { get; }

    /// <summary>A soum of middling size.</summary>
    public string OneSoum => soums[100];

    /// <summary>Every cohort.</summary>
    public IReadOnlyList<CohortFact> Cohorts => cohorts;

    /// <summary>The people of one of several shards.</summary>
    public IEnumerable<PersonFacts> PeopleOf(int shard, int shards)
    {
        var random = new Random(shard);
        var count = People / shards + (shard < People % shards ? 1 : 0);
        for (var number = 0; number < count; number++) yield return new(number, MakePerson(random));
    }

    // Soums differ in size about as much as 1 to 20.
    private int AnySoum(Random random) => (int)(soums.Length * Math.Pow(random.NextDouble(), 1.6));

    private CohortFact MakeCohort(Random random, int i)
    {
        var first = new DateOnly(2017, 1, 1).AddDays(random.Next(3652));
        var (last, halfDayAtEnd) = (random.Next(5), random.Next(10) == 0);
        var hours = random.Next(2) == 0 ? 4m : 6m;
        var funders = Enumerable.Range(0, 1 + random.Next(6) / 4).Select(_ => Funders[random.Next(Funders.Length)]).Distinct();
        return new()
        {
            Id = $"01J{i:0000000}{random.NextInt64(1_000_000_000_000):000000000000}",
            CourseCode = Courses[random.Next(Courses.Length)],
            CourseKind = random.Next(20) == 0 ? "information" : "training",
            Region = soums[AnySoum(random)],
            Funding = Funding.Of([.. funders.Select(funder => (funder, (int?)null))]),
            Sessions = [.. Enumerable.Range(0, last + 1).Select(n => new SessionFact(n + 1, first.AddDays(n), n > 0 && halfDayAtEnd && n == last ? 2m : hours))],
        };
    }

    private ImmutableArray<ParticipationFact> MakePerson(Random random)
    {
        var soum = AnySoum(random);
        var birthYear = random.Next(20) == 0 ? 0 : 1950 + random.Next(58);
        var sex = random.Next(3) == 0 ? Sex.Female : Sex.Male;
        var organisation = random.Next(2) == 0 ? organisations[(soum + random.Next(3)) % organisations.Length] : null;
        var facts = ImmutableArray.CreateBuilder<ParticipationFact>(ParticipationsOfPerson);
        while (facts.Count < ParticipationsOfPerson)
        {
            // Nine of ten courses are taken at home.
            var nearby = cohortsOfSoum[soum];
            var cohort = nearby.Length > 0 && random.Next(10) != 0 ? cohorts[nearby[random.Next(nearby.Length)]] : cohorts[random.Next(cohorts.Length)];
            var attended = cohort.Sessions.Where(_ => random.Next(20) != 0).Select(s => s.Number).ToImmutableArray();
            var completed = attended.Length == cohort.Sessions.Length;
            facts.Add(new()
            {
                CohortId = cohort.Id,
                HomeRegion = soums[soum],
                Organisation = organisation,
                BirthYear = birthYear,
                Sex = sex,
                Attended = attended,
                Completed = completed,
                Certificates = completed ? [new(cohort.Sessions[^1].Date, cohort.Sessions[^1].Date.AddYears(3))] : [],
            });
        }

        return facts.MoveToImmutable();
    }
}
