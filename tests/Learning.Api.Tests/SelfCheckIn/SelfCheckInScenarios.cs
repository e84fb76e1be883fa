using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Learning.Api.Tests.Site;
using Learning.Contracts.Trainees;
using Learning.Domain.Checkin.SelfCheckIn;
using Learning.Tests.Accounts;
using Learning.Web.Accounts.Demo;
using Learning.Web.Api.Sync;
using Learning.Web.Words;
using Microsoft.Extensions.DependencyInjection;

namespace Learning.Api.Tests.SelfCheckIn;

/// <summary>People who check themselves in by the code on the trainer's screen.</summary>
public abstract class SelfCheckInScenarios(ApiSite site) : Scenario(site)
{
    private const string Pin = "4826";
    private static readonly Wording Words = Wording.In(Language.Mongolian);

    [Fact]
    public async Task Somebody_scans_the_code_says_who_they_are_and_counts_once_the_trainer_confirms()
    {
        var cohort = await Cohort();
        var (person, code) = await WithBadge(await Enrolled(cohort));
        using var browser = Browser();

        var answer = await browser.SendAsync(Path($"{cohort}/1"), "signIn", ("ShortCode", code), ("Pin", Pin));

        Assert.Contains(Words["selfcheckin.waiting"], await Seen(answer));
        var scan = Assert.Single((await Attendance($"{cohort}/1"))["scans"]!.AsArray())!;
        Assert.Equal(("self", "review", person), (Text(scan["method"]), Text(scan["effect"]), Text(scan["traineeId"])));
        Assert.StartsWith("self:", Text(scan["device"]), StringComparison.Ordinal);
        Assert.Equal(["provisional"], Texts(scan["flags"]));

        (await Trainer.Post($"/api/sessions/{cohort}~1/review", new { scanIds = new[] { Text(scan["scanId"]) }, decision = "accept", reason = "байна" })).IsOk();
        Assert.Contains(Words["selfcheckin.here.already"], await Seen(await browser.GetAsync(Path($"{cohort}/1"))));
        Assert.Equal("present", Text(MarkOf(await Attendance($"{cohort}/1"), person)!["mark"]));
    }

    [Fact]
    public async Task Whoever_is_signed_in_already_presses_one_button_and_twice_is_one_claim()
    {
        var cohort = await Cohort();
        var (person, code) = await WithBadge(await Enrolled(cohort));
        using var browser = Browser();
        await browser.SendAsync(Path($"{cohort}/1"), "signIn", ("ShortCode", code), ("Pin", Pin));

        var address = Path($"{cohort}/2");
        var page = await browser.PageAsync(address);
        var fields = page.QuerySelectorAll("form").Single(f => f.QuerySelector("input[name=_handler][value=here]") is not null)
            .QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(i => KeyValuePair.Create(i.Name!, i.Value)).ToList();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => browser.PostAsync(address, new FormUrlEncodedContent(fields))));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        var scan = Assert.Single((await Attendance($"{cohort}/2"))["scans"]!.AsArray())!;
        Assert.Equal(person, Text(scan["traineeId"]));
    }

    [Fact]
    public async Task A_second_person_on_the_same_phone_is_flagged_and_one_on_a_phone_of_their_own_is_not()
    {
        var cohort = await Cohort();
        var people = new List<(string Person, string Code)>();
        for (var i = 0; i < 3; i++) people.Add(await WithBadge(await Enrolled(cohort)));
        using var phone = Browser();
        using var another = Browser();

        foreach (var (_, code) in people[..2]) await phone.SendAsync(Path($"{cohort}/1"), "signIn", ("ShortCode", code), ("Pin", Pin));
        await another.SendAsync(Path($"{cohort}/1"), "signIn", ("ShortCode", people[2].Code), ("Pin", Pin));

        var attendance = await Attendance($"{cohort}/1");
        string[] Flags(int i) => [.. Texts(MarkOf(attendance, people[i].Person)!["flags"]).Order(StringComparer.Ordinal)];
        Assert.Equal(["provisional"], Flags(0));
        Assert.Equal(["provisional", "sharedDevice"], Flags(1));
        Assert.Equal(["provisional"], Flags(2));
    }

    [Fact]
    public async Task A_code_photographed_earlier_is_too_old_but_whoever_scanned_in_time_has_five_minutes_to_sign_in()
    {
        var (cohort, other) = (await Cohort(), await Cohort());
        var (person, code) = await WithBadge(await Enrolled(cohort));
        using var browser = Browser();

        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync(Path($"{cohort}/1", stepsAgo: 10))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Path($"{cohort}/1"))).StatusCode);
        var answer = await browser.SendAsync(Path($"{cohort}/1", stepsAgo: 10), "signIn", ("ShortCode", code), ("Pin", Pin));
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync(Path($"{other}/1", stepsAgo: 10))).StatusCode);

        Assert.Contains(Words["selfcheckin.waiting"], await Seen(answer));
        Assert.NotNull(MarkOf(await Attendance($"{cohort}/1"), person));
    }

    [Fact]
    public async Task Whoever_signs_in_after_the_five_minutes_is_told_to_scan_again_and_nothing_is_claimed()
    {
        var cohort = await Cohort();
        var (_, code) = await WithBadge(await Enrolled(cohort));
        var jar = new CookieContainer();
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = jar }) { BaseAddress = Site.Address };
        var fields = (await browser.PageAsync(Path($"{cohort}/1"))).QuerySelectorAll<IHtmlInputElement>("form input[type=hidden]").Select(i => KeyValuePair.Create(i.Name!, i.Value)).ToList();
        // As after a long break: the code has left the screen, and the cookie that held the place is over. Antiforgery's stays.
        jar.GetCookies(Site.Address)["learning.code"]!.Expired = true;

        var answer = await browser.PostAsync(Path($"{cohort}/1", stepsAgo: 40), new FormUrlEncodedContent([.. fields, new("ShortCode", code), new("Pin", Pin)]));

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Contains(Words["selfcheckin.old"], await Seen(answer));
        Assert.Empty((await Attendance($"{cohort}/1"))["scans"]!.AsArray());
    }

    [Fact]
    public async Task A_code_that_no_screen_showed_is_not_found()
    {
        var (cohort, other) = (await Cohort(), await Cohort());
        using var browser = Browser();
        var real = Code($"{cohort}/1");
        var forged = SessionCode.Code($"{cohort}/1", SessionCode.StepAt(DateTimeOffset.UtcNow), Key($"{other}/1"));
        var nowhere = Code($"{Learning.Domain.Ids.LearningId.From("nowhere", cohort)}/1");

        foreach (var wrong in (string[])[forged, nowhere, $"{real}A", real[..^1], "HELLO", real[..20] + (real[20] == 'A' ? 'B' : 'A') + real[21..]])
        {
            var answer = await browser.GetAsync($"/C/{wrong}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Contains(Words["selfcheckin.wrong"], await Seen(answer));
        }

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/c/{real.ToLowerInvariant()}")).StatusCode);
    }

    [Fact]
    public async Task A_closed_session_takes_nobody_and_says_what_to_do()
    {
        var cohort = await Cohort(days: 1);
        var (there, late) = (await Enrolled(cohort), await WithBadge(await Enrolled(cohort)));
        var (device, phone) = await Phone();
        await Upload(phone, device, Scan($"{cohort}/1", there));
        (await Trainer.Post($"/api/cohorts/{cohort}/close")).IsOk();
        using var browser = Browser();

        var answer = await browser.GetAsync(Path($"{cohort}/1"));

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Contains(Words["selfcheckin.closed"], await Seen(answer));
        Assert.Null(MarkOf(await Attendance($"{cohort}/1"), late.Person));
    }

    [Fact]
    public async Task Somebody_who_is_not_enrolled_waits_as_a_walk_in_and_has_no_place_before()
    {
        var cohort = await Cohort();
        var (person, code) = await WithBadge(await Person("Зочин"));
        using var browser = Browser();

        await browser.SendAsync(Path($"{cohort}/1"), "signIn", ("ShortCode", code), ("Pin", Pin));

        Assert.Equal(["provisional", "walkIn"], Texts(MarkOf(await Attendance($"{cohort}/1"), person)!["flags"]).Order(StringComparer.Ordinal));
        Assert.Empty((await Admin.Get($"/api/cohorts/{cohort}/enrolments")).IsOk()["items"]!.AsArray());
    }

    [Fact]
    public async Task Whoever_the_trainer_has_checked_in_is_told_so_and_claims_nothing()
    {
        var cohort = await Cohort();
        var (person, code) = await WithBadge(await Enrolled(cohort));
        var (device, phone) = await Phone();
        await Upload(phone, device, Scan($"{cohort}/1", person));
        using var browser = Browser();

        var answer = await browser.SendAsync(Path($"{cohort}/1"), "signIn", ("ShortCode", code), ("Pin", Pin));

        Assert.Contains(Words["selfcheckin.here.already"], await Seen(answer));
        Assert.Single((await Attendance($"{cohort}/1"))["scans"]!.AsArray());
    }

    [Fact]
    public async Task Whom_the_trainer_rejected_is_told_to_ask_and_cannot_claim_again_on_that_phone()
    {
        var cohort = await Cohort();
        var (person, code) = await WithBadge(await Enrolled(cohort));
        using var browser = Browser();
        await browser.SendAsync(Path($"{cohort}/1"), "signIn", ("ShortCode", code), ("Pin", Pin));
        var scan = Text((await Attendance($"{cohort}/1"))["scans"]![0]!["scanId"]);
        (await Trainer.Post($"/api/sessions/{cohort}~1/review", new { scanIds = new[] { scan }, decision = "reject", reason = "байхгүй" })).IsOk();

        var page = await browser.GetAsync(Path($"{cohort}/1"));

        Assert.Contains(Words["selfcheckin.rejected"], await Seen(page));
        Assert.Null(MarkOf(await Attendance($"{cohort}/1"), person));
    }

    [Fact]
    public async Task A_wrong_PIN_checks_nobody_in_and_says_nothing_of_the_code()
    {
        var cohort = await Cohort();
        var (_, code) = await WithBadge(await Enrolled(cohort));
        using var browser = Browser();

        var wrong = await browser.SendAsync(Path($"{cohort}/1"), "signIn", ("ShortCode", code), ("Pin", "0000"));
        var nobody = await browser.SendAsync(Path($"{cohort}/1"), "signIn", ("ShortCode", "0000-0000-0"), ("Pin", "0000"));

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (wrong.StatusCode, nobody.StatusCode));
        Assert.Empty((await Attendance($"{cohort}/1"))["scans"]!.AsArray());
    }

    [Fact]
    public async Task The_trainer_sees_how_many_wait_on_the_sessions_page_and_confirms_all_at_once()
    {
        var cohort = await Cohort();
        for (var i = 0; i < 3; i++)
        {
            using var browser = Browser();
            await browser.SendAsync(Path($"{cohort}/1"), "signIn", ("ShortCode", (await WithBadge(await Enrolled(cohort))).Code), ("Pin", Pin));
        }

        using var desk = Browser();
        await desk.SendAsync("/sign-in", "sign-in", ("UserName", "trainer"), ("Password", DemoAccounts.Password));
        var page = await desk.PageAsync($"/sessions/{cohort}~1");
        Assert.Contains(Words.Count("roster.confirm", 3), page.Body!.TextContent);
        await desk.SendAsync($"/sessions/{cohort}~1", "confirm");

        var attendance = await Attendance($"{cohort}/1");
        Assert.Equal(3, attendance["counts"]!["present"]!.GetValue<int>());
        Assert.Equal(0, attendance["counts"]!["toReview"]!.GetValue<int>());
    }

    private HttpClient Browser() => new(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = Site.Address };

    private byte[] Key(string session) => Convert.FromBase64String(Site.Services.GetRequiredService<SelfCheckInKeys>().Of(session));

    private string Code(string session, int stepsAgo = 0) => SessionCode.Code(session, SessionCode.StepAt(DateTimeOffset.UtcNow) - (uint)stepsAgo, Key(session));

    private string Path(string session, int stepsAgo = 0) => $"/C/{Code(session, stepsAgo)}";

    private async Task<(string Person, string Code)> WithBadge(string person)
    {
        var code = (await Badge(person)).Of("shortCode");
        await Site.Grains.GetGrain<ITraineeGrain>(person).SetPin(Pin);
        await Site.CatchUp();
        return (person, code);
    }

    private static async Task<string> Seen(HttpResponseMessage answer) => (await answer.PageAsync()).Body!.TextContent;
}

[Collection(OnSqlite.Name)]
public sealed class SelfCheckInScenariosOnSqlite(SqliteSite site) : SelfCheckInScenarios(site);

[Collection(OnPostgres.Name)]
public sealed class SelfCheckInScenariosOnPostgres(PostgresSite site) : SelfCheckInScenarios(site);
