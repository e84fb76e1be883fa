using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Learning.Tests.Accounts;

public sealed class SignInTests : IDisposable
{
    private readonly DataFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_right_password_gives_a_token_that_says_who_one_is()
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var client = host.Browser();

        var answer = await client.PostAsJsonAsync("/api/auth/login", new { userName = "Manager", password = "demo-Pass-1" });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        var body = await AccountsHost.JsonAsync(answer);
        Assert.Equal(["manager"], body.GetProperty("roles").EnumerateArray().Select(role => role.GetString()));
        // The clock stands at 09:00.
        Assert.Equal(new DateTimeOffset(2026, 3, 8, 17, 0, 0, TimeSpan.Zero), body.GetProperty("expiresAt").GetDateTimeOffset());
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", body.GetProperty("accessToken").GetString());
        var me = await client.GetFromJsonAsync<JsonElement>("/api/me");
        Assert.Equal("manager", me.GetProperty("userName").GetString());
        Assert.Equal("Менежер", me.GetProperty("displayName").GetString());
        Assert.Equal(["manager account.signIn manager"], await host.AuditAsync());
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_are_answered_alike()
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var client = host.Browser();

        var wrong = await client.PostAsJsonAsync("/api/auth/login", new { userName = "manager", password = "demo-Pass-2" });
        var unknown = await client.PostAsJsonAsync("/api/auth/login", new { userName = "Өлзий", password = "demo-Pass-1" });

        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, unknown.StatusCode);
        Assert.Equal("application/problem+json", wrong.Content.Headers.ContentType!.MediaType);
        Assert.Equal(WithoutTrace(await AccountsHost.JsonAsync(wrong)), WithoutTrace(await AccountsHost.JsonAsync(unknown)));
        Assert.Equal(["anyone account.signInRefused manager wrong", "anyone account.signInRefused unknown unknown"], await host.AuditAsync());
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_an_account_for_a_quarter_of_an_hour()
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var client = host.Browser();
        for (var i = 0; i < 4; i++) await client.PostAsJsonAsync("/api/auth/login", new { userName = "manager", password = $"wrong {i}" });
        var notYet = await client.PostAsJsonAsync("/api/auth/login", new { userName = "manager", password = "demo-Pass-1" });
        for (var i = 0; i < 5; i++) await client.PostAsJsonAsync("/api/auth/login", new { userName = "manager", password = $"wrong {i}" });

        var locked = await client.PostAsJsonAsync("/api/auth/login", new { userName = "manager", password = "demo-Pass-1" });
        host.Clock.Advance(TimeSpan.FromMinutes(14));
        var stillLocked = await client.PostAsJsonAsync("/api/auth/login", new { userName = "manager", password = "demo-Pass-1" });

        Assert.Equal(HttpStatusCode.OK, notYet.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, locked.StatusCode);
        // Nine wrong ones and one locked make ten failures within the minute: the eleventh is too many.
        Assert.Equal(HttpStatusCode.TooManyRequests, stillLocked.StatusCode);
        Assert.Equal("60", stillLocked.Headers.GetValues("Retry-After").Single());
        Assert.Contains("15 minutes", await DetailAsync(host, "en"), StringComparison.Ordinal);
        Assert.Contains("15 минут", await DetailAsync(host, "mn"), StringComparison.Ordinal);
        Assert.Equal("anyone account.signInRefused manager locked", (await host.AuditAsync())[^3]);
    }

    [Fact]
    public async Task A_lock_ends_by_itself()
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var client = host.Browser();
        for (var i = 0; i < 5; i++) await client.PostAsJsonAsync("/api/auth/login", new { userName = "manager", password = $"wrong {i}" });

        host.Clock.Advance(TimeSpan.FromMinutes(14));
        var locked = await client.PostAsJsonAsync("/api/auth/login", new { userName = "manager", password = "demo-Pass-1" });
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var open = await client.PostAsJsonAsync("/api/auth/login", new { userName = "manager", password = "demo-Pass-1" });

        Assert.Equal(HttpStatusCode.Unauthorized, locked.StatusCode);
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
    }

    [Fact]
    public async Task Forty_wrong_guesses_at_once_are_judged_no_oftener_than_five_times()
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var client = host.Browser();

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i =>
            client.PostAsJsonAsync("/api/auth/login", new { userName = "trainer", password = $"wrong {i}" })));

        var audit = await host.AuditAsync();
        Assert.Equal(5, audit.Count(row => row.Contains("wrong", StringComparison.Ordinal)));
        Assert.Equal(5, audit.Count(row => row.EndsWith("locked", StringComparison.Ordinal) && !row.Contains("wrong", StringComparison.Ordinal)));
        Assert.Equal(30, answers.Count(answer => answer.StatusCode == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task Who_is_right_may_sign_in_as_often_as_they_like()
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var client = host.Browser();

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ =>
            client.PostAsJsonAsync("/api/auth/login", new { userName = "trainer", password = "demo-Pass-1" })));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    [Theory]
    [InlineData("""{"userName":"manager"}""", "password")]
    [InlineData("""{"userName":" ","password":"demo-Pass-1"}""", "userName")]
    public async Task A_missing_field_is_named(string body, string field)
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var client = host.Browser();

        var answer = await client.PostAsync("/api/auth/login", new StringContent(body, null, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var errors = (await AccountsHost.JsonAsync(answer)).GetProperty("errors");
        Assert.Equal(field, Assert.Single(errors.EnumerateObject()).Name);
    }

    [Fact]
    public async Task A_token_ends_after_eight_hours_however_much_it_is_used()
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var program = await host.ProgramAsync("admin");

        host.Clock.Advance(TimeSpan.FromHours(7.9));
        var before = await program.GetAsync("/api/me");
        host.Clock.Advance(TimeSpan.FromHours(0.1));
        var after = await program.GetAsync("/api/me");

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
    }

    [Fact]
    public async Task A_cookie_lasts_while_it_is_used_and_eight_hours_beyond()
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var browser = await host.BrowserAsync("admin");

        host.Clock.Advance(TimeSpan.FromHours(5));
        var used = await browser.GetAsync("/probe/staff");
        host.Clock.Advance(TimeSpan.FromHours(5));
        var usedAgain = await browser.GetAsync("/probe/staff");
        host.Clock.Advance(TimeSpan.FromHours(9));
        var left = await browser.GetAsync("/probe/staff");

        Assert.Equal(HttpStatusCode.OK, used.StatusCode);
        Assert.Equal(HttpStatusCode.OK, usedAgain.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_token_and_leaves_the_others()
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var one = await host.ProgramAsync("admin");
        using var other = await host.ProgramAsync("admin");

        var signedOut = await one.PostAsync("/api/auth/logout", null);

        Assert.Equal(HttpStatusCode.NoContent, signedOut.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await one.GetAsync("/api/me")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/api/me")).StatusCode);
        Assert.Equal("admin account.signOut admin", (await host.AuditAsync())[^1]);
    }

    [Fact]
    public async Task A_sign_in_survives_a_restart()
    {
        var first = await AccountsHost.StartAsync(folder);
        var program = await first.ProgramAsync("trainer");
        var token = program.DefaultRequestHeaders.Authorization;
        await first.DisposeAsync();

        await using var second = await AccountsHost.StartAsync(folder);
        using var again = second.Browser();
        again.DefaultRequestHeaders.Authorization = token;

        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("/api/me")).StatusCode);
    }

    private static async Task<string> DetailAsync(AccountsHost host, string language)
    {
        using var client = host.Browser();
        var answer = await client.PostAsJsonAsync($"/api/auth/login?lang={language}", new { userName = "nobody", password = "demo-Pass-1" });
        return (await AccountsHost.JsonAsync(answer)).GetProperty("detail").GetString()!;
    }

    private static string WithoutTrace(JsonElement problem) =>
        string.Join('\n', problem.EnumerateObject().Where(field => field.Name != "traceId").Select(field => field.ToString()));
}
