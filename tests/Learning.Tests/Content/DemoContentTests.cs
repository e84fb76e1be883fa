using Learning.Domain.Cohorts;
using Learning.Silo.Content;
using Learning.Silo.Content.Demo;
using Learning.Tests.Identity;

namespace Learning.Tests.Content;

public sealed class DemoContentTests
{
    private static readonly LearningContent Content = LearningContent.Load(ContentCopy.Original);

    private static readonly DemoContent Demo = DemoContent.Load(Content);

    [SharedFact]
    public void The_sheets_are_the_federations_byte_for_byte()
    {
        Assert.Equal(["sheets-2017.csv", "sheets-2018.csv", "sheets-2019.csv"], Demo.Sheets.Select(path => Path.GetFileName(path)));
        Assert.All(Demo.Sheets, path => Assert.Equal(File.ReadAllBytes(Path.Combine(SignInSheets.SharedFolder(), "data", "sign-in-sheets", Path.GetFileName(path))), File.ReadAllBytes(path)));
        Assert.False(File.Exists(Path.Combine(Content.Folder, "demo", "identity.csv")));
    }

    [Fact]
    public void Every_organisation_of_the_sheets_is_there_with_its_kind_under_one_federation()
    {
        var named = SignInSheets.Rows.Where(r => r["organisation"].Length > 0)
            .Select(r => (r["organisation"], r["organisation_type"] == "ТББ" ? "ngo" : "partnership")).ToHashSet();

        Assert.Equal(487, named.Count);
        Assert.Equal(named.Append(("FED", "federation")).ToHashSet(), Demo.Organisations.Select(o => (o.Code, o.Kind)).ToHashSet());
        Assert.Equal(488, Demo.Organisations.Length);
        Assert.Equal((87, 400), (Demo.Organisations.Count(o => o.Kind == "ngo"), Demo.Organisations.Count(o => o.Kind == "partnership")));
    }

    [Fact]
    public void A_partnership_belongs_to_an_NGO_of_the_aimag_most_of_its_people_live_in()
    {
        var aimag = SignInSheets.Rows.Where(r => r["organisation"].Length > 0).ToLookup(r => r["organisation"], r => r["home_soum_code"][..4])
            .ToDictionary(g => g.Key, g => g.CountBy(a => a).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).First().Key);

        Assert.All(Demo.Organisations.Where(o => o.Kind == "partnership"), o => Assert.Equal(aimag[o.Code], aimag[o.ParentCode!]));
    }

    [Fact]
    public void Every_grant_the_sheets_name_is_known_and_was_running()
    {
        foreach (var (code, days) in SignInSheets.Rows.SelectMany(r => r["funders"].Split(';').Select(f => (f, r["start_date"]))).GroupBy(p => p.f, p => p.Item2).Select(g => (g.Key, g.ToHashSet())))
        {
            var grant = Content.Grant(code)!.Value;
            Assert.Equal(code, grant.Funder.Code);
            Assert.All(days, day => Assert.True(string.CompareOrdinal(day, $"{grant.Grant.From:yyyy-MM-dd}") >= 0 && (grant.Grant.To is null || string.CompareOrdinal(day, $"{grant.Grant.To:yyyy-MM-dd}") <= 0), day));
        }
    }

    [Fact]
    public void On_the_day_of_the_first_start_the_trainer_has_one_session_and_others_can_be_applied_for()
    {
        var cohorts = Demo.Cohorts(new FixedClock(new DateTimeOffset(2026, 11, 23, 2, 0, 0, TimeSpan.Zero)));

        var today = Assert.Single(cohorts, c => c.Plan.Sessions.Any(s => s.Date == new DateOnly(2026, 11, 23)));
        Assert.Equal("trainer", Assert.Single(today.Plan.Trainers));
        Assert.Equal([new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 24), new DateOnly(2026, 11, 25)], today.Plan.Sessions.Select(s => s.Date));
        Assert.Equal([8m, 8m, 8m], today.Plan.Sessions.Select(s => s.Hours));
        Assert.Equal(12, cohorts.Length);
        Assert.Equal(8, cohorts.Count(c => c.State == CohortState.Open));
        Assert.Equal(10, cohorts.Select(c => c.Plan.Course.Code).Distinct().Count());
        Assert.True(cohorts.Select(c => c.Plan.RegionCode[..4]).Distinct().Count() >= 8);
        Assert.All(cohorts, c => Assert.True(c.Plan.Grants.All(g => g.Share is null) || c.Plan.Grants.Sum(g => g.Share) == 1));
        Assert.All(cohorts, c => Assert.All(c.Plan.Grants, g => Assert.Null(Content.Grant(g.Code)!.Value.Grant.To)));
    }

    [Theory]
    [InlineData("2026-11-22T15:59:59Z", "2026-11-22", "2026-11-22")]
    [InlineData("2026-11-22T16:00:00Z", "2026-11-23", "2026-11-22")]
    [InlineData("2026-11-22T17:00:00Z", "2026-11-23", "2026-11-23")]
    public void Today_is_the_day_it_is_where_the_training_is(string utc, string ulaanbaatar, string ulgii)
    {
        var cohorts = Demo.Cohorts(new FixedClock(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal(DateOnly.Parse(ulaanbaatar, System.Globalization.CultureInfo.InvariantCulture), cohorts.Single(c => c.Id == "demo-osh-bayan-ovoo").Plan.StartDate);
        Assert.Equal(DateOnly.Parse(ulgii, System.Globalization.CultureInfo.InvariantCulture).AddDays(47), cohorts.Single(c => c.Id == "demo-gen-ulgii").Plan.StartDate);
    }

    [Theory]
    [InlineData("demo/plan.yaml", "course: OSH-101", "course: OSH-999", "course: OSH-101", "no course OSH-999")]
    [InlineData("demo/plan.yaml", "region: MN6416", "region: MN6417", "region: MN6416", "no region MN6417")]
    [InlineData("demo/plan.yaml", "share: 0.6", "share: 0.5", "grants:", "make 1 together")]
    [InlineData("demo/plan.yaml", "- code: TRAFIGURA", "- code: TRAFIGUR", "- code: TRAFIGURA", "no grant TRAFIGUR")]
    [InlineData("demo/plan.yaml", "state: open", "state: closed", "state: open", "planned or open")]
    [InlineData("demo/plan.yaml", "trainers: [trainer]", "trainer: trainer", "trainers:", "Unknown key trainer")]
    [InlineData("demo/plan.yaml", "trainers: [trainer]", "trainers: trainer", "trainers:", "must be a list")]
    [InlineData("demo/plan.yaml", "startsInDays: 0", "startsInDays: soon", "startsInDays: 0", "startsInDays is soon")]
    [InlineData("demo/organisations.csv", "NUH-285,NGO-", "NUH-285,NGX-", "NUH-285", "in no row above")]
    [InlineData("demo/organisations.csv", "NUH-285,", "NUH-284,", "NUH-285", "there twice")]
    [InlineData("demo/organisations.csv", "NGO-001,FED,ngo", "NGO-001,FED,нгх", "NGO-001", "federation, ngo, partnership")]
    public void A_mistake_in_the_demo_is_told_with_its_line(string file, string right, string wrong, string onTheLineOf, string message)
    {
        using var copy = new ContentCopy().Replace(file, right, wrong);
        var content = LearningContent.Load(copy.Folder);

        var errors = Assert.Throws<ContentException>(() => DemoContent.Load(content)).Errors;

        Assert.Contains(errors, e => e.File == file && e.Line == ContentCopy.LineOf(file, onTheLineOf) && e.Message.Contains(message, StringComparison.Ordinal));
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
