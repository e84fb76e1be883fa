using System.Net;
using System.Text.Json.Nodes;
using Learning.Api.Tests.Site;

namespace Learning.Api.Tests.Reach;

/// <summary>What a figure does not have yet.</summary>
public abstract class MissingScenarios(ApiSite site) : Scenario(site)
{
    [Fact]
    public async Task Sessions_without_marks_phones_with_gaps_and_cohorts_not_closed_are_named_beside_the_figure()
    {
        var code = $"MIS-{Guid.NewGuid().ToString("N")[..8]}";
        (await Admin.Put($"/api/courses/{code}", new { titleMn = "Дутуу", titleEn = "Missing", hours = 8, days = 2, completion = new { minHoursShare = 0.8 } })).IsOk();
        var owner = $"mis{Guid.NewGuid().ToString("N")[..8]}";
        (await Admin.Post("/api/accounts", new { userName = owner, displayName = "Багш", roles = new[] { "trainer" }, password = "ухаа-Худаг-27" })).IsCreated();
        var trainer = Site.With(await Site.SignIn(owner, "ухаа-Худаг-27"));
        var past = await Planned(code, owner, -5);
        var (ahead, _) = (await Planned(code, owner, 4), await Planned(code, owner, 0));
        var person = await Enrolled(past);
        // The phone sends its scans 1 and 4; 2 and 3 have not come.
        var (device, phone) = await Phone(trainer);
        await Upload(phone, device, Scan($"{past}/1", person, seq: 1, at: DateTimeOffset.UtcNow), Scan($"{past}/1", person, seq: 4, at: DateTimeOffset.UtcNow));
        await Site.CatchUp();

        var missing = (await Site.Manager.Get($"/api/reach/missing?course={code}")).IsOk();

        Assert.Equal([$"{past}/2"], Items(missing["sessions"]!, "sessionId"));
        Assert.Equal([past], Items(missing["cohorts"]!, "cohortId"));
        var named = Assert.Single(missing["devices"]!["items"]!.AsArray())!;
        Assert.Equal((device, owner, "2-3"), (Text(named["deviceId"]), Text(named["owner"]), Text(named["missing"])));
        Assert.Equal(DateTimeOffset.UtcNow, named["lastContact"]!.GetValue<DateTimeOffset>(), TimeSpan.FromMinutes(5));

        // Elsewhere and at another time nothing of it is missing.
        foreach (var other in new[] { $"course={code}&region=MN41", $"course={code}&to=2020-01-01", $"course={code}&from={Site.Today.AddDays(2):yyyy-MM-dd}&funder=ASMNF" })
        {
            var nothing = (await Site.Manager.Get($"/api/reach/missing?{other}")).IsOk();
            Assert.Equal((0, 0, 0), (Count(nothing["sessions"]!), Count(nothing["devices"]!), Count(nothing["cohorts"]!)));
        }

        // By home region, where those live who are on the roster.
        Assert.Equal([$"{past}/2"], Items((await Site.Manager.Get($"/api/reach/missing?course={code}&regionKind=home&region=MN6416")).IsOk()["sessions"]!, "sessionId"));
        Assert.Equal(0, Count((await Site.Manager.Get($"/api/reach/missing?course={code}&regionKind=home&region=MN41")).IsOk()["sessions"]!));

        // Once they are there, they are missing no more.
        await Upload(phone, device, Scan($"{past}/2", person, seq: 2), Scan($"{past}/2", person, seq: 3));
        (await Admin.Post($"/api/cohorts/{past}/close")).IsOk();
        await Site.CatchUp();
        var after = (await Site.Manager.Get($"/api/reach/missing?course={code}")).IsOk();
        Assert.Equal((0, 0, 0), (Count(after["sessions"]!), Count(after["devices"]!), Count(after["cohorts"]!)));
        Assert.NotEmpty(ahead);
    }

    [Fact]
    public async Task It_is_for_whoever_sees_the_figure()
    {
        (await Site.Anyone.Get("/api/reach/missing")).Is(HttpStatusCode.Unauthorized);
        (await Trainer.Get("/api/reach/missing")).Is(HttpStatusCode.Forbidden);
        (await Site.Manager.Get("/api/reach/missing?region=XX&from=soon")).IsInvalid("region", "from");
        (await Admin.Get("/api/reach/missing")).IsOk();
    }

    private async Task<string> Planned(string course, string trainer, int startsIn) => (await Admin.Post("/api/cohorts", new
    {
        courseCode = course, regionCode = "MN6416", venue = "Соёлын төв", startDate = Site.Today.AddDays(startsIn).ToString("O"), days = 2, capacity = 20, trainers = new[] { trainer },
    })).IsCreated().Of("id");

    private static int Count(JsonNode list) => list["count"]!.GetValue<int>();

    private static string[] Items(JsonNode list, string name)
    {
        Assert.Equal(Count(list), list["items"]!.AsArray().Count);
        return [.. list["items"]!.AsArray().Select(i => Text(i![name]))];
    }
}

[Collection(OnSqlite.Name)]
public sealed class MissingScenariosOnSqlite(SqliteSite site) : MissingScenarios(site);

[Collection(OnPostgres.Name)]
public sealed class MissingScenariosOnPostgres(PostgresSite site) : MissingScenarios(site);
