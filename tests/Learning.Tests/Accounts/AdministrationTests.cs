using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Learning.Tests.Accounts;

public sealed class AdministrationTests : IDisposable
{
    private readonly DataFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_administrator_makes_an_account_that_can_sign_in()
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var admin = await host.ProgramAsync("admin");

        var made = await admin.PostAsJsonAsync("/api/accounts", new { userName = "Өнөрцэцэг", displayName = "Б. Өнөрцэцэг", roles = new[] { "trainer", "manager" }, password = "нууц үгийн өгүүлбэр" });

        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        using var own = await host.ProgramAsync("өнөрцэцэг", "нууц үгийн өгүүлбэр");
        var me = await own.GetFromJsonAsync<JsonElement>("/api/me");
        Assert.Equal("Б. Өнөрцэцэг", me.GetProperty("displayName").GetString());
        Assert.Equal(["manager", "trainer"], me.GetProperty("roles").EnumerateArray().Select(role => role.GetString()));
        Assert.Contains("admin account.create Өнөрцэцэг manager,trainer", await host.AuditAsync());
    }

    [Fact]
    public async Task Every_wrong_field_is_named_at_once()
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var admin = await host.ProgramAsync("admin");

        var answer = await admin.PostAsJsonAsync("/api/accounts", new { userName = "", displayName = "", roles = new[] { "boss" }, password = "" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var errors = (await AccountsHost.JsonAsync(answer)).GetProperty("errors").EnumerateObject().Select(field => field.Name);
        Assert.Equal(["displayName", "password", "roles", "userName"], errors.Order());
    }

    [Theory]
    [InlineData("bat", "short", "password")]
    [InlineData("bat", "aaaaaaaaaaaa", "password")]
    [InlineData("bat", "long enough bat", "password")]
    [InlineData("bat", "demo-Pass-1", "password")]
    [InlineData("two words", "a good password", "userName")]
    [InlineData("<script>", "a good password", "userName")]
    [InlineData("anyone", "a good password", "userName")]
    [InlineData("trainee:1", "a good password", "userName")]
    // The first letter is Cyrillic.
    [InlineData("аdmin", "a good password", "userName")]
    public async Task A_name_or_password_that_breaks_a_rule_is_refused(string userName, string password, string field)
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var admin = await host.ProgramAsync("admin");

        var answer = await admin.PostAsJsonAsync("/api/accounts", new { userName, displayName = "Бат", roles = new[] { "trainer" }, password });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(field, Assert.Single((await AccountsHost.JsonAsync(answer)).GetProperty("errors").EnumerateObject()).Name);
    }

    [Fact]
    public async Task A_user_name_is_taken_whatever_its_case()
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var admin = await host.ProgramAsync("admin");

        var answer = await admin.PostAsJsonAsync("/api/accounts", new { userName = "Trainer", displayName = "Бат", roles = new[] { "trainer" }, password = "a good password" });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    [Fact]
    public async Task A_call_that_repeats_itself_gets_the_first_answer()
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var admin = await host.ProgramAsync("admin");
        admin.DefaultRequestHeaders.Add("Idempotency-Key", "k-1");
        var asked = new { userName = "bat", displayName = "Бат", roles = new[] { "trainer" }, password = "a good password" };

        var first = await admin.PostAsJsonAsync("/api/accounts", asked);
        var second = await admin.PostAsJsonAsync("/api/accounts", asked);
        var other = await admin.PostAsJsonAsync("/api/accounts", asked with { displayName = "Дорж" });

        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
    }

    [Fact]
    public async Task Disabling_refuses_every_cookie_and_token_at_once()
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var admin = await host.ProgramAsync("admin");
        using var token = await host.ProgramAsync("trainer");
        using var cookie = await host.BrowserAsync("trainer");

        var changed = await admin.PutAsJsonAsync("/api/accounts/trainer", new { displayName = "Багш", roles = new[] { "trainer" }, disabled = true });

        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.True((await AccountsHost.JsonAsync(changed)).GetProperty("disabled").GetBoolean());
        Assert.Equal(HttpStatusCode.Unauthorized, (await token.GetAsync("/api/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await cookie.GetAsync("/api/me")).StatusCode);
        using var again = host.Browser();
        Assert.Equal(HttpStatusCode.Unauthorized, (await again.PostAsJsonAsync("/api/auth/login", new { userName = "trainer", password = "demo-Pass-1" })).StatusCode);
        Assert.Contains("admin account.change trainer trainer disabled", await host.AuditAsync());
        Assert.Contains("anyone account.signInRefused trainer disabled", await host.AuditAsync());
    }

    [Fact]
    public async Task Another_display_name_signs_nobody_out_and_another_role_does()
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var admin = await host.ProgramAsync("admin");
        using var token = await host.ProgramAsync("trainer");

        await admin.PutAsJsonAsync("/api/accounts/trainer", new { displayName = "Ц. Үүрийнтуяа", roles = new[] { "trainer" }, disabled = false });
        var renamed = await token.GetAsync("/api/me");
        await admin.PutAsJsonAsync("/api/accounts/trainer", new { displayName = "Ц. Үүрийнтуяа", roles = new[] { "manager" }, disabled = false });
        var moved = await token.GetAsync("/api/me");

        Assert.Equal(HttpStatusCode.OK, renamed.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, moved.StatusCode);
    }

    [Theory]
    [InlineData("manager", false, "roles")]
    [InlineData("administrator", true, "disabled")]
    public async Task The_last_administrator_can_be_neither_demoted_nor_disabled(string role, bool disabled, string field)
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var admin = await host.ProgramAsync("admin");

        var answer = await admin.PutAsJsonAsync("/api/accounts/admin", new { displayName = "Админ", roles = new[] { role }, disabled });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(field, Assert.Single((await AccountsHost.JsonAsync(answer)).GetProperty("errors").EnumerateObject()).Name);
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/api/accounts")).StatusCode);
    }

    [Fact]
    public async Task Of_administrators_who_demote_each_other_at_once_one_stays()
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var admin = await host.ProgramAsync("admin");
        string[] names = ["bat", "dorj", "tuya", "admin"];
        foreach (var name in names[..3])
            await admin.PostAsJsonAsync("/api/accounts", new { userName = name, displayName = name, roles = new[] { "administrator" }, password = "a good passphrase" });

        var answers = await Task.WhenAll(names.Select(name =>
            admin.PutAsJsonAsync($"/api/accounts/{name}", new { displayName = name, roles = new[] { "trainer" }, disabled = false })));

        var left = await host.Database.ReadAsync(async (connection, cancel) =>
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) FROM users WHERE roles LIKE '%administrator%'";
            return Convert.ToInt32(await command.ExecuteScalarAsync(cancel), null);
        });
        Assert.InRange(left, 1, 4);
        Assert.Equal(4 - left, answers.Count(answer => answer.StatusCode == HttpStatusCode.OK));
    }

    [Fact]
    public async Task A_new_password_ends_the_lock_the_old_password_and_every_sign_in()
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var admin = await host.ProgramAsync("admin");
        using var token = await host.ProgramAsync("trainer");
        for (var i = 0; i < 5; i++) await token.PostAsJsonAsync("/api/auth/login", new { userName = "trainer", password = $"wrong {i}" });

        var set = await admin.PostAsJsonAsync("/api/accounts/trainer/password", new { password = "a new passphrase" });

        Assert.Equal(HttpStatusCode.OK, set.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await token.GetAsync("/api/me")).StatusCode);
        using var old = host.Browser();
        Assert.Equal(HttpStatusCode.Unauthorized, (await old.PostAsJsonAsync("/api/auth/login", new { userName = "trainer", password = "demo-Pass-1" })).StatusCode);
        using var renewed = await host.ProgramAsync("trainer", "a new passphrase");
        Assert.Contains("admin account.password trainer", await host.AuditAsync());
    }

    [Fact]
    public async Task Accounts_come_page_by_page_each_once()
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var admin = await host.ProgramAsync("admin");
        foreach (var name in new[] { "Өлзий", "үүрээ", "bat" })
            await admin.PostAsJsonAsync("/api/accounts", new { userName = name, displayName = name, roles = new[] { "trainer" }, password = "a good passphrase" });

        var seen = new List<string>();
        var pages = 0;
        string? after = null;
        do
        {
            var page = await admin.GetFromJsonAsync<JsonElement>($"/api/accounts?limit=2&after={Uri.EscapeDataString(after ?? "")}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("userName").GetString()!));
            after = page.GetProperty("next").GetString();
            pages++;
        }
        while (after is not null);
        var trainers = await admin.GetFromJsonAsync<JsonElement>("/api/accounts?role=trainer");

        Assert.Equal(["admin", "bat", "manager", "trainer", "үүрээ", "Өлзий"], seen.Order(StringComparer.Ordinal).ToArray());
        Assert.Equal(3, pages);
        Assert.Equal(4, trainers.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task An_account_that_is_not_there_is_not_found()
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var admin = await host.ProgramAsync("admin");

        Assert.Equal(HttpStatusCode.NotFound, (await admin.PutAsJsonAsync("/api/accounts/nobody", new { displayName = "Х", roles = new[] { "trainer" }, disabled = false })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.PostAsJsonAsync("/api/accounts/nobody/password", new { password = "a good passphrase" })).StatusCode);
    }
}
