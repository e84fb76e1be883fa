using System.Net;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Text.Json;
using Learning.Web.Accounts;
using Learning.Web.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace Learning.Tests.Accounts;

public sealed class AuditTests : IDisposable
{
    private readonly DataFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Each_kind_of_caller_is_named_by_id()
    {
        await using var host = await AccountsHost.StartAsync(folder);
        var log = host.Services.GetRequiredService<IAuditLog>();

        await log.Note(Signed(new Claim(ClaimTypes.Name, "Өлзий")), "cohort.close", "c-1", "12 completed");
        await log.Note(Signed(new Claim(AccountClaims.TraineeId, "t-1")), "trainee.view", "t-1");
        await log.Note(Signed(new Claim(AccountClaims.DeviceId, "d-1")), "scan.send", "c-1/1");
        await log.Note(new ClaimsPrincipal(), "certificate.verify", "k-1");

        Assert.Equal(
            ["Өлзий cohort.close c-1 12 completed", "trainee:t-1 trainee.view t-1", "device:d-1 scan.send c-1/1", "anyone certificate.verify k-1"],
            await host.AuditAsync());
    }

    [Fact]
    public async Task The_log_is_read_backwards_page_by_page_each_act_once()
    {
        await using var host = await AccountsHost.StartAsync(folder);
        for (var i = 1; i <= 7; i++) await host.NoteAsync("bat", "cohort.close", $"c-{i}");
        var reader = host.Services.GetRequiredService<AuditReader>();

        var first = await reader.Page(new AuditFilter(), null, 3);
        await host.NoteAsync("bat", "cohort.close", "c-8");
        var second = await reader.Page(new AuditFilter(), first.Next, 3);
        var third = await reader.Page(new AuditFilter(), second.Next, 3);

        Assert.Equal(["c-7", "c-6", "c-5", "c-4", "c-3", "c-2", "c-1"], [.. first.Items.Concat(second.Items).Concat(third.Items).Select(entry => entry.Subject)]);
        Assert.Null(third.Next);
        Assert.Equal(host.Clock.GetUtcNow(), first.Items[0].At);
    }

    [Fact]
    public async Task It_is_filtered_by_who_what_and_to_what()
    {
        await using var host = await AccountsHost.StartAsync(folder);
        await host.NoteAsync("bat", "cohort.close", "c-1");
        await host.NoteAsync("bat", "cohort.open", "c-2");
        await host.NoteAsync("dorj", "cohortx", "c-1");
        await host.NoteAsync("dorj", "trainee.view", "t-1");
        var reader = host.Services.GetRequiredService<AuditReader>();

        async Task<string> Subjects(AuditFilter filter) => string.Join(' ', (await reader.Page(filter, null, 50)).Items.Select(entry => entry.Action));

        Assert.Equal("cohort.open cohort.close", await Subjects(new AuditFilter(Actor: "bat")));
        Assert.Equal("cohortx cohort.close", await Subjects(new AuditFilter(Subject: "c-1")));
        Assert.Equal("cohort.open", await Subjects(new AuditFilter(Action: "cohort.open")));
        Assert.Equal("cohort.open cohort.close", await Subjects(new AuditFilter(Action: "cohort.")));
        Assert.Equal("trainee.view", await Subjects(new AuditFilter(Actor: "dorj", Action: "trainee.")));
        Assert.Equal("", await Subjects(new AuditFilter(Actor: "' OR 1=1 --")));
    }

    [Fact]
    public async Task Only_administrators_read_it()
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var admin = await host.ProgramAsync("admin");
        using var manager = await host.ProgramAsync("manager");

        var page = await admin.GetFromJsonAsync<JsonElement>("/api/audit?action=account.&limit=1");

        Assert.Equal("manager", page.GetProperty("items")[0].GetProperty("actor").GetString());
        Assert.Equal(JsonValueKind.String, page.GetProperty("next").ValueKind);
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.GetAsync("/api/audit")).StatusCode);
    }

    private static ClaimsPrincipal Signed(Claim claim) => new(new ClaimsIdentity([claim], "test"));
}
