using System.Net;
using Learning.Api.Tests.Site;
using Learning.Web.Accounts.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Learning.Api.Tests.Access;

/// <summary>Every call against role and ownership. What is somebody else's is answered like what isn't there.</summary>
public abstract class RolesAndOwnership(ApiSite site) : Scenario(site)
{
    private const int Ok = 200, Created = 201, Accepted = 202, NoContent = 204, Invalid = 400, Unknown = 401, Forbidden = 403, NotFound = 404, Conflict = 409;

    [Fact]
    public async Task Who_may_do_what()
    {
        var cohort = await Cohort();
        var person = await Enrolled(cohort);
        var badge = (await Badge(person)).Of("badgeId");
        await Site.CatchUp();

        // Call, then the status for: anyone, manager, trainer of another cohort, own trainer, administrator.
        (string Method, string Path, string? Body, int[] Expected)[] calls =
        [
            ("GET", "/api/regions?parent=MN", null, [Ok, Ok, Ok, Ok, Ok]),
            ("GET", "/api/courses", null, [Ok, Ok, Ok, Ok, Ok]),
            ("GET", "/api/courses/BIZ-101", null, [Ok, Ok, Ok, Ok, Ok]),
            ("PUT", "/api/courses/BIZ-999", "{}", [Unknown, Forbidden, Forbidden, Forbidden, Invalid]),
            ("GET", "/api/cohorts", null, [Unknown, Ok, Ok, Ok, Ok]),
            ("GET", "/api/cohorts?state=open", null, [Ok, Ok, Ok, Ok, Ok]),
            ("POST", "/api/cohorts", "{}", [Unknown, Forbidden, Forbidden, Forbidden, Invalid]),
            ("GET", $"/api/cohorts/{cohort}", null, [Unknown, Ok, NotFound, Ok, Ok]),
            ("PUT", $"/api/cohorts/{cohort}", "{}", [Unknown, Forbidden, Forbidden, Forbidden, Ok]),
            ("POST", $"/api/cohorts/{cohort}/open", null, [Unknown, Forbidden, Forbidden, Forbidden, Ok]),
            ("POST", $"/api/cohorts/{cohort}/close", null, [Unknown, Forbidden, NotFound, Conflict, Conflict]),
            ("GET", $"/api/cohorts/{cohort}/enrolments", null, [Unknown, Ok, NotFound, Ok, Ok]),
            ("POST", $"/api/cohorts/{cohort}/enrolments", "{}", [Unknown, Forbidden, NotFound, Invalid, Invalid]),
            ("DELETE", $"/api/cohorts/{cohort}/enrolments/x", null, [Unknown, Forbidden, NotFound, NotFound, NotFound]),
            ("POST", $"/api/cohorts/{cohort}/enrolments/x/approve", null, [Unknown, Forbidden, NotFound, NotFound, NotFound]),
            ("POST", $"/api/cohorts/{cohort}/scores", "[]", [Unknown, Forbidden, NotFound, Invalid, Invalid]),
            ("POST", "/api/trainees", "{}", [Unknown, Forbidden, Invalid, Invalid, Invalid]),
            ("GET", "/api/trainees?q=Өнөр", null, [Unknown, Ok, Ok, Ok, Ok]),
            ("GET", $"/api/trainees/{person}", null, [Unknown, Ok, NotFound, Ok, Ok]),
            ("PUT", $"/api/trainees/{person}", "{}", [Unknown, Forbidden, NotFound, Invalid, Invalid]),
            ("POST", $"/api/trainees/{person}/pin", null, [Unknown, Forbidden, NotFound, Ok, Ok]),
            ("POST", $"/api/trainees/{person}/badge", null, [Unknown, Forbidden, NotFound, Created, Created]),
            ("GET", $"/api/badges/{badge}.svg", null, [Unknown, Ok, NotFound, Ok, Ok]),
            ("POST", $"/api/badges/{badge}/revoke", null, [Unknown, Forbidden, NotFound, NoContent, NoContent]),
            ("GET", "/api/devices", null, [Unknown, Ok, Ok, Ok, Ok]),
            ("POST", "/api/devices", "{}", [Unknown, Forbidden, Invalid, Invalid, Invalid]),
            ("POST", "/api/sync/scans", """{"items":[]}""", [Unknown, Forbidden, Ok, Ok, Ok]),
            ("GET", $"/api/sync/bundle?sessions={cohort}/1", null, [Unknown, Forbidden, NotFound, Ok, Ok]),
            ("GET", $"/api/sessions/{cohort}~1/attendance", null, [Unknown, Ok, NotFound, Ok, Ok]),
            ("GET", $"/api/sessions/{cohort}/1/attendance", null, [Unknown, Ok, NotFound, Ok, Ok]),
            ("PUT", $"/api/sessions/{cohort}~1/marks", "{}", [Unknown, Forbidden, NotFound, Invalid, Invalid]),
            ("PUT", $"/api/sessions/{cohort}~1/headcount", "[]", [Unknown, Forbidden, NotFound, Ok, Ok]),
            ("POST", $"/api/sessions/{cohort}~1/scan", "{}", [Unknown, Forbidden, NotFound, Invalid, Invalid]),
            ("GET", "/api/certificates/x", null, [NotFound, NotFound, NotFound, NotFound, NotFound]),
            ("POST", "/api/certificates/x/revoke", "{}", [Unknown, Forbidden, Forbidden, Forbidden, NotFound]),
            ("POST", "/api/certificates/x/reissue", null, [Unknown, Forbidden, Forbidden, Forbidden, NotFound]),
            ("GET", "/api/imports", null, [Unknown, Forbidden, Forbidden, Forbidden, Ok]),
            ("GET", "/api/imports/x", null, [Unknown, Forbidden, Forbidden, Forbidden, NotFound]),
            ("POST", "/api/imports/x/confirm", null, [Unknown, Forbidden, Forbidden, Forbidden, NotFound]),
            ("POST", "/api/imports/x/undo", null, [Unknown, Forbidden, Forbidden, Forbidden, NotFound]),
            ("GET", "/api/reach.xlsx", null, [Unknown, Ok, Forbidden, Forbidden, Ok]),
            ("GET", "/api/targets", null, [Unknown, Ok, Forbidden, Forbidden, Ok]),
            ("PUT", "/api/targets", "{}", [Unknown, Invalid, Forbidden, Forbidden, Invalid]),
            ("GET", "/api/reports", null, [Unknown, Ok, Forbidden, Forbidden, Ok]),
            ("POST", "/api/reports", "{}", [Unknown, Invalid, Forbidden, Forbidden, Invalid]),
            ("GET", "/api/reports/x", null, [Unknown, NotFound, Forbidden, Forbidden, NotFound]),
            ("GET", "/api/reports/x/delta", null, [Unknown, NotFound, Forbidden, Forbidden, NotFound]),
            ("POST", "/api/reports/x/links", "{}", [Unknown, NotFound, Forbidden, Forbidden, NotFound]),
            ("GET", "/r/x/report.json", null, [NotFound, NotFound, NotFound, NotFound, NotFound]),
            ("GET", "/healthz/live", null, [Ok, Ok, Ok, Ok, Ok]),
            ("GET", "/openapi/v1.json", null, [Ok, Ok, Ok, Ok, Ok]),
            ("POST", $"/api/cohorts/{cohort}/cancel", null, [Unknown, Forbidden, Forbidden, Forbidden, Ok]),
        ];
        ApiClient[] callers = [Site.Anyone, Site.Manager, Site.OtherTrainer, Trainer, Admin];

        var wrong = new List<string>();
        foreach (var (method, path, body, expected) in calls)
        {
            for (var i = 0; i < callers.Length; i++)
            {
                using var content = body is null ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json");
                var answer = await callers[i].Send(new HttpMethod(method), path, content, null);
                if ((int)answer.Status != expected[i]) wrong.Add($"{method} {path} as #{i}: {(int)answer.Status} instead of {expected[i]} {answer.Text}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Somebody_elses_cohort_is_answered_exactly_like_none()
    {
        var foreign = await Cohort(trainer: "trainer2");
        var person = await Enrolled(foreign);
        var none = Learning.Domain.Ids.LearningId.From("test", foreign);
        foreach (var path in new[] { "cohorts/{0}", "cohorts/{0}/enrolments", "sessions/{0}~1/attendance" })
        {
            var (theirs, nothing) = (await Trainer.Get("/api/" + path.Replace("{0}", foreign, StringComparison.Ordinal)), await Trainer.Get("/api/" + path.Replace("{0}", none, StringComparison.Ordinal)));
            Assert.Equal((nothing.Status, nothing.Text), (theirs.Status, theirs.Text));
        }

        var (somebody, nobody) = (await Trainer.Get($"/api/trainees/{person}"), await Trainer.Get($"/api/trainees/{none}"));
        Assert.Equal((nobody.Status, nobody.Text), (somebody.Status, somebody.Text));
        Assert.Equal(HttpStatusCode.NotFound, somebody.Status);
    }

    [Fact]
    public async Task A_trainer_finds_own_people_and_those_registered_by_the_trainer_only()
    {
        var name = $"Зз{Guid.NewGuid().ToString("N")[..6].Replace("0", "a", StringComparison.Ordinal)}";
        var (mine, theirs) = (await Cohort(), await Cohort(trainer: "trainer2"));
        var (own, foreign) = (await Enrolled(mine, name), await Enrolled(theirs, name));
        var registered = (await Trainer.Post("/api/trainees", new { givenName = name, phone = NewPhone() })).IsCreated().Of("id");
        await Site.CatchUp();
        async Task<string[]> Found(ApiClient who) => [.. (await who.Get($"/api/trainees?q={name}")).IsOk()["items"]!.AsArray().Select(p => Text(p!["id"])).Order()];

        Assert.Equal(new[] { own, registered }.Order(), await Found(Trainer));
        Assert.Equal([foreign], await Found(Site.OtherTrainer));
        Assert.Equal(new[] { own, foreign, registered }.Order(), await Found(Site.Manager));
        // What the trainer registered may be read at once, list or no list.
        (await Trainer.Get($"/api/trainees/{registered}")).IsOk();
    }

    [Fact]
    public async Task A_trainers_list_of_cohorts_holds_the_trainers_own_only()
    {
        var (mine, theirs) = (await Cohort(), await Cohort(trainer: "trainer2"));
        await Site.CatchUp();

        var listed = (await Trainer.Get("/api/cohorts?limit=200")).IsOk()["items"]!.AsArray().Select(c => Text(c!["id"])).ToList();

        Assert.Contains(mine, listed);
        Assert.DoesNotContain(theirs, listed);
    }

    [Fact]
    public async Task Anyone_sees_open_cohorts_and_no_others()
    {
        var (open, planned) = (await Cohort(), await Cohort());
        (await Admin.Post($"/api/cohorts/{open}/open")).IsOk();
        await Site.CatchUp();

        var listed = (await Site.Anyone.Get("/api/cohorts?state=open&limit=200")).IsOk()["items"]!.AsArray();

        Assert.Contains(listed, c => Text(c!["id"]) == open);
        Assert.DoesNotContain(listed, c => Text(c!["id"]) == planned);
        Assert.All(listed, c => Assert.Equal("open", Text(c!["state"])));
    }

    [Fact]
    public async Task A_trainee_reads_their_own_data_and_nobody_elses()
    {
        var (self, other) = (await Person(), await Person("Ганболд"));
        var badge = await Badge(self);
        using var handler = new HttpClientHandler { CookieContainer = new CookieContainer() };
        var trainee = new ApiClient(new HttpClient(handler) { BaseAddress = Site.Address });
        handler.CookieContainer.Add(Site.Address, await TraineeCookie(self));

        Assert.Equal(self, (await trainee.Get($"/api/trainees/{self}")).IsOk().Of("id"));
        (await trainee.Get($"/api/trainees/{other}")).Is(HttpStatusCode.NotFound);
        (await trainee.Get($"/api/badges/{badge.Of("badgeId")}.png")).IsOk();
        (await trainee.Get("/api/trainees?q=Бат")).Is(HttpStatusCode.Forbidden);
        (await trainee.Get("/api/cohorts")).Is(HttpStatusCode.Forbidden);
        (await trainee.Put($"/api/trainees/{self}", new { givenName = "Өөр" })).Is(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_trainer_switched_off_keeps_a_phone_that_drains_into_review()
    {
        var name = $"t{Guid.NewGuid().ToString("N")[..8]}";
        (await Admin.Post("/api/accounts", new { userName = name, displayName = "Явсан багш", roles = new[] { "trainer" }, password = "ухаа-Худаг-27" })).IsCreated();
        var trainer = Site.With(await Site.SignIn(name, "ухаа-Худаг-27"));
        var cohort = await Cohort(trainer: name);
        var person = await Enrolled(cohort);
        var (device, phone) = await Phone(trainer);
        (await Admin.Put($"/api/accounts/{name}", new { displayName = "Явсан багш", roles = new[] { "trainer" }, disabled = true })).IsOk();

        (await trainer.Get("/api/cohorts")).Is(HttpStatusCode.Unauthorized);
        (await phone.Get($"/api/sync/bundle?sessions={cohort}/1")).Is(HttpStatusCode.Forbidden);
        var result = (await Upload(phone, device, Scan($"{cohort}/1", person)))[0]!;
        Assert.Equal(["device"], Texts(result["reasons"]));
    }

    [Fact]
    public async Task Changes_and_views_of_personal_data_are_noted_without_naming_anybody()
    {
        var cohort = await Cohort();
        var person = await Enrolled(cohort, "Хосбаяр");
        await Site.CatchUp();
        (await Trainer.Get($"/api/trainees/{person}")).IsOk();
        (await Trainer.Get("/api/trainees?q=Хосбаяр")).IsOk();
        (await Trainer.Get($"/api/cohorts/{cohort}/enrolments")).IsOk();
        (await Trainer.Put($"/api/sessions/{cohort}~1/marks", new { traineeId = person, mark = "late", reason = "Хосбаяр хоцорсон" })).IsOk();

        var noted = (await Admin.Get("/api/audit?limit=100")).IsOk();
        var acts = noted["items"]!.AsArray().Select(e => $"{e!["actor"]} {e["action"]}").ToList();
        foreach (var act in new[] { "trainer trainee.view", "trainer trainee.search", "trainer roster.view", "trainer session.correct", "admin cohort.plan", "admin enrolment.enrol", "admin trainee.register" })
            Assert.Contains(act, acts);
        Assert.DoesNotContain("Хосбаяр", noted.Text, StringComparison.Ordinal);
    }

    /// <summary>The cookie that the page of badge and PIN gives.</summary>
    private async Task<Cookie> TraineeCookie(string traineeId)
    {
        await using var scope = Site.Services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        await TraineeSignIn.SignInAsync(context, traineeId);
        var cookie = SetCookieHeaderValue.Parse(context.Response.Headers.SetCookie.ToString());
        return new Cookie(cookie.Name.ToString(), cookie.Value.ToString());
    }
}

[Collection(OnSqlite.Name)]
public sealed class RolesAndOwnershipOnSqlite(SqliteSite site) : RolesAndOwnership(site);

[Collection(OnPostgres.Name)]
public sealed class RolesAndOwnershipOnPostgres(PostgresSite site) : RolesAndOwnership(site);
