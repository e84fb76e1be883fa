using System.Net;
using Learning.Api.Tests.Site;

namespace Learning.Api.Tests.Cohorts;

/// <summary>Planning, opening, changing, closing and cancelling cohorts.</summary>
public abstract class CohortLife(ApiSite site) : Scenario(site)
{
    [Fact]
    public async Task A_planned_cohort_has_a_session_a_day_with_the_courses_hours_shared_out()
    {
        var answer = (await Admin.Post("/api/cohorts", new
        {
            courseCode = "BIZ-101", regionCode = "MN6416", venue = "Соёлын төв", startDate = "2026-03-30", days = 4, capacity = 25,
            grants = new[] { new { code = Grant(0), share = (decimal?)0.6m }, new { code = Grant(1), share = (decimal?)null } }, trainers = new[] { "trainer" },
        })).IsCreated();

        var id = answer.Of("id");
        Assert.Equal($"/api/cohorts/{id}", answer.Response.Headers.Location!.ToString());
        Assert.Equal(["2026-03-30", "2026-03-31", "2026-04-01", "2026-04-02"], answer["sessions"]!.AsArray().Select(s => Text(s!["date"])));
        Assert.Equal([$"{id}/1", $"{id}/2", $"{id}/3", $"{id}/4"], answer["sessions"]!.AsArray().Select(s => Text(s!["id"])));
        Assert.All(answer["sessions"]!.AsArray(), s => Assert.Equal(8m, s!["hours"]!.GetValue<decimal>()));
        Assert.Equal(("planned", "Asia/Ulaanbaatar"), (answer.Of("state"), answer.Of("timeZone")));
        Assert.Equal(0.6m, answer["grants"]![0]!["share"]!.GetValue<decimal>());
        Assert.Equal(answer.Text, (await Admin.Get($"/api/cohorts/{id}")).IsOk().Text);
    }

    [Fact]
    public async Task Without_days_the_cohort_takes_as_long_as_the_course()
    {
        var answer = (await Admin.Post("/api/cohorts", new { courseCode = "FRM-101", regionCode = "MN64", startDate = "2026-05-01", capacity = 1 })).IsCreated();

        Assert.Equal(5, answer["sessions"]!.AsArray().Count);
    }

    [Fact]
    public async Task Everything_wrong_with_a_plan_is_said_at_once()
    {
        (await Admin.Post("/api/cohorts", new
        {
            courseCode = "NOPE-1", regionCode = "MN9999", startDate = "1987-01-01", days = 31, capacity = 1001, venue = new string('в', 201),
            grants = new object?[] { new { code = "NOPE" }, null, new { code = Grant(0), share = 1.5 }, new { code = Grant(0) } },
            trainers = new[] { new string('t', 61) },
        })).IsInvalid("courseCode", "regionCode", "startDate", "days", "capacity", "venue", "grants[0].code", "grants[1].code", "grants[2].share", "grants[3].code", "trainers[0]");
        (await Admin.Post("/api/cohorts", new { })).IsInvalid("courseCode", "regionCode", "startDate", "capacity");
    }

    [Fact]
    public async Task Shares_beyond_the_whole_are_refused()
    {
        (await Admin.Post("/api/cohorts", new
        {
            courseCode = "BIZ-101", regionCode = "MN6416", startDate = "2026-05-01", capacity = 5,
            grants = new[] { new { code = Grant(0), share = 0.7 }, new { code = Grant(1), share = 0.4 } },
        })).IsInvalid("grants");
    }

    [Fact]
    public async Task A_change_of_plan_moves_sessions_and_frees_places()
    {
        var cohort = await Cohort(capacity: 1);
        await Enrolled(cohort);
        var waiting = await Enrolled(cohort, "Ганболд");
        var day = Site.Today.AddDays(10);

        var answer = (await Admin.Put($"/api/cohorts/{cohort}", new { venue = "Сургууль", capacity = 2, sessions = new[] { new { number = 2, date = day.ToString("O"), hours = 4 } } })).IsOk();

        Assert.Equal(("Сургууль", 2, 0), (answer.Of("venue"), answer["enrolled"]!.GetValue<int>(), answer["waitlisted"]!.GetValue<int>()));
        Assert.Equal((Site.Today.ToString("O"), day.ToString("O")), (Text(answer["sessions"]![0]!["date"]), Text(answer["sessions"]![1]!["date"])));
        Assert.Equal("enrolled", await StateOf(cohort, waiting));
        Assert.Equal(["trainer"], Texts(answer["trainers"]));
    }

    [Fact]
    public async Task Course_region_and_number_of_days_stay()
    {
        var cohort = await Cohort();

        (await Admin.Put($"/api/cohorts/{cohort}", new { courseCode = "FRM-101", regionCode = "MN64", days = 3, sessions = new[] { new { number = 9 } } }))
            .IsInvalid("courseCode", "regionCode", "days", "sessions[0].number");
    }

    [Fact]
    public async Task A_cohort_opens_runs_closes_and_gives_certificates()
    {
        var cohort = await Cohort(days: 2);
        var (full, half) = (await Enrolled(cohort), await Enrolled(cohort, "Ганболд"));
        Assert.Equal("open", (await Admin.Post($"/api/cohorts/{cohort}/open")).IsOk().Of("state"));
        Assert.Equal("cohort.notStarted", (await Trainer.Post($"/api/cohorts/{cohort}/close")).Is(HttpStatusCode.Conflict).Code);
        await Upload(Trainer, "desk", Scan($"{cohort}/1", full), Scan($"{cohort}/2", full), Scan($"{cohort}/1", half));
        Assert.Equal("running", (await Admin.Get($"/api/cohorts/{cohort}")).IsOk().Of("state"));

        var closed = (await Trainer.Post($"/api/cohorts/{cohort}/close")).IsOk();
        var again = (await Trainer.Post($"/api/cohorts/{cohort}/close")).IsOk();

        Assert.Equal(("closed", 1, 1), (closed.Of("state"), closed["completed"]!.GetValue<int>(), closed["certificates"]!.GetValue<int>()));
        Assert.Equal(closed["closedAt"]!.ToString(), again["closedAt"]!.ToString());
        Assert.Equal(("completed", "notCompleted"), (await StateOf(cohort, full), await StateOf(cohort, half)));
        Assert.Equal("cohort.over", (await Admin.Post($"/api/cohorts/{cohort}/cancel")).Is(HttpStatusCode.Conflict).Code);
        Assert.Equal("cohort.over", (await Admin.Put($"/api/cohorts/{cohort}", new { capacity = 3 })).Is(HttpStatusCode.Conflict).Code);
        Assert.Equal("cohort.over", (await Admin.Post($"/api/cohorts/{cohort}/enrolments", new { traineeIds = new[] { half } })).Is(HttpStatusCode.Conflict).Code);
    }

    [Fact]
    public async Task Without_the_pass_mark_nobody_completes()
    {
        var code = $"PASS-{Guid.NewGuid().ToString("N")[..8]}";
        (await Admin.Put($"/api/courses/{code}", new { titleMn = "Шалгалттай", titleEn = "With a test", hours = 8, days = 1, completion = new { minHoursShare = 1, passMark = 60 } })).IsOk();
        var cohort = await Cohort(days: 1, course: code);
        var (passed, failed, absent) = (await Enrolled(cohort), await Enrolled(cohort), await Enrolled(cohort));
        await Upload(Trainer, "desk", Scan($"{cohort}/1", passed), Scan($"{cohort}/1", failed), Scan($"{cohort}/1", absent));

        var scores = (await Trainer.Post($"/api/cohorts/{cohort}/scores", new object[]
        {
            new { traineeId = passed, kind = "post", score = 12, outOf = 20 }, new { traineeId = failed, kind = "post", score = 11.9, outOf = 20 },
            new { traineeId = passed, kind = "pre", score = 40 }, new { traineeId = "stranger", kind = "pre", score = 40 },
        })).IsOk();
        (await Trainer.Post($"/api/cohorts/{cohort}/close")).IsOk();

        Assert.Equal(3, scores["noted"]!.GetValue<int>());
        Assert.Equal(["stranger"], Texts(scores["unknown"]));
        Assert.Equal(("completed", "notCompleted", "notCompleted"), (await StateOf(cohort, passed), await StateOf(cohort, failed), await StateOf(cohort, absent)));
        var row = (await Admin.Get($"/api/cohorts/{cohort}/enrolments")).IsOk()["items"]!.AsArray().Single(e => Text(e!["traineeId"]) == passed)!;
        Assert.Equal((60m, 40m, 8m), (row["postScore"]!.GetValue<decimal>(), row["preScore"]!.GetValue<decimal>(), row["hoursAttended"]!.GetValue<decimal>()));
    }

    [Fact]
    public async Task Scores_that_cannot_be_are_refused_by_place()
    {
        var cohort = await Cohort();

        (await Trainer.Post($"/api/cohorts/{cohort}/scores", new object?[]
        {
            new { traineeId = "x", kind = "post", score = 21, outOf = 20 }, new { kind = "pre", score = -1 }, new { traineeId = "x", score = 5, outOf = 0 }, null,
        })).IsInvalid("[0].score", "[1].score", "[1].traineeId", "[2].kind", "[2].outOf", "[2].score", "[3].kind", "[3].traineeId");
        (await Trainer.Post($"/api/cohorts/{cohort}/scores", Array.Empty<object>())).IsInvalid("");
    }

    [Fact]
    public async Task Cohorts_are_found_by_region_period_state_and_words_page_by_page()
    {
        var venue = $"Уулзвар {Guid.NewGuid().ToString("N")[..6]}";
        var ids = new List<string>();
        foreach (var (region, start) in new[] { ("MN6416", "2031-01-10"), ("MN64", "2031-02-10"), ("MN8416", "2031-03-10"), ("MN6404", "2031-04-10") })
            ids.Add((await Admin.Post("/api/cohorts", new { courseCode = "BIZ-101", regionCode = region, venue, startDate = start, days = 3, capacity = 5 })).IsCreated().Of("id"));
        await Site.CatchUp();
        async Task<string[]> Found(string query) =>
            [.. (await Site.Manager.Get($"/api/cohorts?from=2031-01-01&to=2031-12-31&q={Uri.EscapeDataString(venue)}&{query}")).IsOk()["items"]!.AsArray().Select(c => Text(c!["id"]))];

        Assert.Equal([ids[3], ids[2], ids[1], ids[0]], await Found(""));
        Assert.Equal([ids[3], ids[1], ids[0]], await Found("region=MN64"));
        Assert.Equal([ids[0]], await Found("region=MN6416"));
        Assert.Equal(4, (await Found("region=MN&state=planned")).Length);
        Assert.Empty(await Found("state=closed"));
        // A cohort belongs to a period when any of its days does: the first lasts until 12 January.
        Assert.Equal([ids[1], ids[0]], await Ids($"/api/cohorts?from=2031-01-12&to=2031-02-10&q={Uri.EscapeDataString(venue)}"));
        Assert.Equal([ids[1]], await Ids($"/api/cohorts?from=2031-01-13&to=2031-02-10&q={Uri.EscapeDataString(venue)}"));
        Assert.Equal(4, (await Ids($"/api/cohorts?q=uulzvar {venue[8..]}")).Length);

        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = (await Site.Manager.Get($"/api/cohorts?limit=3&q={Uri.EscapeDataString(venue)}{(after is null ? "" : $"&after={after}")}")).IsOk();
            seen.AddRange(page["items"]!.AsArray().Select(c => Text(c!["id"])));
            after = page["next"]?.GetValue<string>();
        } while (after is not null);
        Assert.Equal([ids[3], ids[2], ids[1], ids[0]], seen);
    }

    [Fact]
    public async Task A_list_asked_for_wrongly_says_what_is_wrong() =>
        (await Site.Manager.Get("/api/cohorts?region=MN77777&from=2026-02-30&to=yesterday&state=shut&limit=0&after=5")).IsInvalid("region", "from", "to", "state", "limit", "after");

    private string Grant(int n) => ((IReadOnlyList<Learning.Domain.Funders.Funder>)Site.Services.GetService(typeof(IReadOnlyList<Learning.Domain.Funders.Funder>))!).SelectMany(f => f.Grants).ElementAt(n).Code;

    private async Task<string[]> Ids(string path) => [.. (await Site.Manager.Get(path)).IsOk()["items"]!.AsArray().Select(c => Text(c!["id"]))];

    private async Task<string> StateOf(string cohort, string person) =>
        Text((await Admin.Get($"/api/cohorts/{cohort}/enrolments")).IsOk()["items"]!.AsArray().Single(e => Text(e!["traineeId"]) == person)!["state"]);
}

[Collection(OnSqlite.Name)]
public sealed class CohortLifeOnSqlite(SqliteSite site) : CohortLife(site);

[Collection(OnPostgres.Name)]
public sealed class CohortLifeOnPostgres(PostgresSite site) : CohortLife(site);
