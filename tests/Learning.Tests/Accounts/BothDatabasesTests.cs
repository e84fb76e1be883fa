using Learning.Silo.Secrets;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Learning.Silo.Storage;
using Learning.Tests.Databases;
using Learning.Web.Accounts;
using Learning.Web.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace Learning.Tests.Accounts;

/// <summary>What accounts say in SQL, on each database.</summary>
public sealed class BothDatabasesTests
{
    private static readonly (string, string)[] Demo = [("LEARNING_DEMO", "accounts")];

    [Theory, OnSqlite, OnPostgres]
    public async Task An_account_lives_from_its_making_to_its_end(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var host = await AccountsHost.StartAsync(database.Settings, null, Demo);
        using var admin = await host.ProgramAsync("admin");

        var made = await admin.PostAsJsonAsync("/api/accounts", new { userName = "Өлзий", displayName = "Ө. Үүрээ", roles = new[] { "trainer" }, password = "урт нууц үг" });
        using var own = await host.ProgramAsync("өЛЗИЙ", "урт нууц үг");
        for (var i = 0; i < 5; i++) await own.PostAsJsonAsync("/api/auth/login", new { userName = "Өлзий", password = $"wrong {i}" });
        var locked = await own.PostAsJsonAsync("/api/auth/login", new { userName = "Өлзий", password = "урт нууц үг" });
        var lockedUntil = (await admin.GetFromJsonAsync<JsonElement>("/api/accounts?role=trainer")).GetProperty("items").EnumerateArray()
            .Single(account => account.GetProperty("userName").GetString() == "Өлзий").GetProperty("lockedUntil").GetDateTimeOffset();
        host.Clock.Advance(TimeSpan.FromMinutes(15));
        var open = await own.PostAsJsonAsync("/api/auth/login", new { userName = "Өлзий", password = "урт нууц үг" });
        var signedOut = await own.PostAsync("/api/auth/logout", null);
        var afterSignOut = await own.GetAsync("/api/me");
        using var again = await host.ProgramAsync("Өлзий", "урт нууц үг");
        var disabled = await admin.PutAsJsonAsync("/api/accounts/" + Uri.EscapeDataString("Өлзий"), new { displayName = "Ө. Үүрээ", roles = new[] { "trainer" }, disabled = true });

        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, locked.StatusCode);
        Assert.Equal(host.Clock.GetUtcNow(), lockedUntil);
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, signedOut.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, afterSignOut.StatusCode);
        Assert.Equal(HttpStatusCode.OK, disabled.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await again.GetAsync("/api/me")).StatusCode);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Administrators_who_demote_each_other_at_once_leave_one(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var host = await AccountsHost.StartAsync(database.Settings, null, Demo);
        using var admin = await host.ProgramAsync("admin");
        string[] names = ["bat", "dorj", "tuya", "saran"];
        var programs = new List<HttpClient>();
        foreach (var name in names)
        {
            await admin.PostAsJsonAsync("/api/accounts", new { userName = name, displayName = name, roles = new[] { "administrator" }, password = "a good passphrase" });
            programs.Add(await host.ProgramAsync(name, "a good passphrase"));
        }

        // Each demotes the next, and everybody demotes admin.
        await Task.WhenAll(programs.SelectMany((program, i) => new[] { names[(i + 1) % names.Length], "admin" }.Select(name =>
            program.PutAsJsonAsync($"/api/accounts/{name}", new { displayName = name, roles = new[] { "trainer" }, disabled = false }))));

        var left = await host.Database.ReadAsync((connection, cancel) => connection.RowsAsync(
            "SELECT user_name FROM users WHERE roles = 'administrator'", [], row => row.GetString(0), cancel));
        Assert.NotEmpty(left);
        programs.ForEach(program => program.Dispose());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_audit_log_is_paged_and_filtered(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var host = await AccountsHost.StartAsync(database.Settings, null, Demo);
        for (var i = 1; i <= 5; i++) await host.NoteAsync("Өлзий", i % 2 == 0 ? "cohort.open" : "cohort.close", $"c-{i}");
        await host.NoteAsync("dorj", "cohortx", "c-1");
        var reader = host.Services.GetRequiredService<AuditReader>();

        var first = await reader.Page(new AuditFilter(Actor: "Өлзий", Action: "cohort."), null, 3);
        var second = await reader.Page(new AuditFilter(Actor: "Өлзий", Action: "cohort."), first.Next, 3);

        Assert.Equal(["c-5", "c-4", "c-3", "c-2", "c-1"], first.Items.Concat(second.Items).Select(entry => entry.Subject));
        Assert.Null(second.Next);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Demo_accounts_are_retired(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await (await AccountsHost.StartAsync(database.Settings, null, Demo)).DisposeAsync();
        var secret = ("LEARNING_SECRET", File.ReadAllText(Path.Combine(database.Settings.DataFolder, "secret.key")).Trim());

        await Assert.ThrowsAsync<StartRefusedException>(() => AccountsHost.StartAsync(database.Settings, null, secret, ("LEARNING_DEMO", "off")));
        await (await AccountsHost.StartAsync(database.Settings, null, secret, ("LEARNING_DEMO", "retire"))).DisposeAsync();
        await using var host = await AccountsHost.StartAsync(database.Settings, null, secret, ("LEARNING_DEMO", "off"));
        using var client = host.Browser();

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.PostAsJsonAsync("/api/auth/login", new { userName = "admin", password = "demo-Pass-1" })).StatusCode);
    }

    [PostgresFact]
    public async Task Web_processes_on_one_database_share_sign_ins_and_sign_outs()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        await using var one = await AccountsHost.StartAsync(database.Settings, null, Demo);
        await using var other = await AccountsHost.StartAsync(database.Settings, null, Demo);
        using var there = await one.ProgramAsync("admin");
        using var here = other.Browser();
        here.DefaultRequestHeaders.Authorization = there.DefaultRequestHeaders.Authorization;

        var shared = await here.GetAsync("/api/me");
        await there.PostAsync("/api/auth/logout", null);
        var ended = await here.GetAsync("/api/me");

        Assert.Equal(HttpStatusCode.OK, shared.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, ended.StatusCode);
    }

    [PostgresFact]
    public async Task Processes_that_start_at_once_make_one_first_administrator()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        (string, string)[] settings =
        [
            ("LEARNING_SECRET", Convert.ToBase64String(new byte[32])), ("LEARNING_ADMIN_USER", "bat"), ("LEARNING_ADMIN_PASSWORD", "a good passphrase"),
        ];

        var hosts = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => AccountsHost.StartAsync(database.Settings, null, settings)));

        Assert.Single(await hosts[0].Database.ReadAsync((connection, cancel) => connection.RowsAsync("SELECT user_name FROM users", [], row => row.GetString(0), cancel)));
        foreach (var host in hosts) await host.DisposeAsync();
    }

    [PostgresFact]
    public async Task Without_a_secret_a_postgres_installation_does_not_start()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);

        Assert.Contains("LEARNING_SECRET", (await Assert.ThrowsAsync<StartRefusedException>(() => AccountsHost.StartAsync(database.Settings, null))).Message, StringComparison.Ordinal);
    }
}
