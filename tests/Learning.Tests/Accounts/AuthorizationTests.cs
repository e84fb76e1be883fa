using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Text.Json;
using Learning.Web.Accounts;

namespace Learning.Tests.Accounts;

public sealed class AuthorizationTests : IDisposable
{
    private static readonly string[] All = ["administrator", "manageCohorts", "readPeople", "reach", "staff", "trainee", "ownOrStaff"];

    private readonly DataFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("admin", "administrator manageCohorts readPeople reach staff ownOrStaff")]
    [InlineData("manager", "readPeople reach staff ownOrStaff")]
    [InlineData("trainer", "staff ownOrStaff")]
    public async Task A_role_opens_what_is_its_own_and_nothing_else(string userName, string open)
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var program = await host.ProgramAsync(userName);
        using var browser = await host.BrowserAsync(userName);

        foreach (var policy in All)
        {
            // The trainees' policy knows no accounts: to it, staff is not signed in.
            var expected = open.Split(' ').Contains(policy) ? HttpStatusCode.OK : policy == "trainee" ? HttpStatusCode.Unauthorized : HttpStatusCode.Forbidden;
            Assert.Equal((policy, expected), (policy, (await program.GetAsync($"/api/probe/{policy}")).StatusCode));
            Assert.Equal((policy, expected), (policy, (await browser.GetAsync($"/api/probe/{policy}")).StatusCode));
        }
    }

    [Fact]
    public async Task A_trainee_opens_only_their_own_pages_for_an_hour()
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var browser = host.Browser();
        await browser.PostAsync("/probe/trainee/t-1", null);

        var open = new List<string>();
        foreach (var policy in All)
            if ((await browser.GetAsync($"/api/probe/{policy}")).IsSuccessStatusCode) open.Add(policy);
        var me = await browser.GetFromJsonAsync<JsonElement>("/api/me");
        host.Clock.Advance(TimeSpan.FromMinutes(40));
        var later = await browser.GetAsync("/api/probe/trainee");
        host.Clock.Advance(TimeSpan.FromMinutes(21));
        var late = await browser.GetAsync("/api/probe/trainee");

        Assert.Equal(["trainee", "ownOrStaff"], open);
        Assert.Equal("t-1", me.GetProperty("traineeId").GetString());
        Assert.Equal(JsonValueKind.Null, me.GetProperty("userName").ValueKind);
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, late.StatusCode);
    }

    [Fact]
    public async Task A_trainer_who_opens_a_trainees_page_on_the_same_phone_stays_signed_in()
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var browser = await host.BrowserAsync("trainer");
        await browser.PostAsync("/probe/trainee/t-1", null);

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/probe/trainee")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/probe/staff")).StatusCode);
    }

    [Fact]
    public async Task The_api_answers_401_and_403_with_problem_details()
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var anyone = host.Browser();
        using var trainer = await host.ProgramAsync("trainer");

        var unknown = await anyone.GetAsync("/api/accounts?lang=en");
        var forbidden = await trainer.GetAsync("/api/accounts?lang=en");

        Assert.Equal(HttpStatusCode.Unauthorized, unknown.StatusCode);
        Assert.Equal("application/problem+json", unknown.Content.Headers.ContentType!.MediaType);
        Assert.Equal("Bearer", unknown.Headers.WwwAuthenticate.Single().Scheme);
        Assert.Equal("Sign in first", (await AccountsHost.JsonAsync(unknown)).GetProperty("title").GetString());
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        Assert.Equal("application/problem+json", forbidden.Content.Headers.ContentType!.MediaType);
        Assert.Equal(403, (await AccountsHost.JsonAsync(forbidden)).GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task A_page_leads_to_signing_in_and_back()
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var anyone = host.Browser();
        using var trainer = await host.BrowserAsync("trainer");

        var unknown = await anyone.GetAsync("/probe/reach?region=MN64");
        var forbidden = await trainer.GetAsync("/probe/reach");

        Assert.Equal(HttpStatusCode.Redirect, unknown.StatusCode);
        Assert.EndsWith("/sign-in?returnUrl=%2Fprobe%2Freach%3Fregion%3DMN64", unknown.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
    }

    [Fact]
    public async Task A_wrong_token_is_not_hidden_by_a_cookie()
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var browser = await host.BrowserAsync("admin");
        browser.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "CfDJ8broken");

        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/me")).StatusCode);
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var browser = host.Browser();

        var answer = await browser.PostAsJsonAsync("/probe/cookie", new { userName = "admin", password = "demo-Pass-1" });

        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("expires", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_forbid_foreign_scripts_frames_and_forms()
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var anyone = host.Browser();
        using var admin = await host.BrowserAsync("admin");

        var open = await anyone.GetAsync("/api/me");
        var own = await admin.GetAsync("/api/me");

        var policy = open.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", open.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", open.Headers.GetValues("Referrer-Policy").Single());
        Assert.Contains("camera=(self)", open.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
        Assert.True(own.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public void Nothing_is_believed_of_claims_that_nobody_authenticated()
    {
        var caller = Caller.Of(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "admin"), new Claim(ClaimTypes.Role, "administrator")])));

        Assert.Equal("anyone", caller.Actor);
        Assert.False(caller.IsAdministrator);
    }
}
