using System.Net;
using Learning.Api.Tests.Site;
using Learning.Contracts.Devices;

namespace Learning.Api.Tests.Devices;

/// <summary>Enrolling, listing, renewing and revoking phones.</summary>
public abstract class PhoneScenarios(ApiSite site) : Scenario(site)
{
    [Fact]
    public async Task A_phone_gets_a_grant_of_its_own_that_is_kept_nowhere()
    {
        var answer = (await Trainer.Post("/api/devices", new { name = "  Бат‑Эрдэний утас " })).IsCreated();

        var device = await Site.Grains.GetGrain<IDeviceGrain>(answer.Of("deviceId")).Get();
        Assert.Matches("^[A-Za-z0-9_-]{43}$", answer.Of("syncGrant"));
        Assert.DoesNotContain(answer.Of("syncGrant"), System.Text.Json.JsonSerializer.Serialize(device), StringComparison.Ordinal);
        Assert.Equal(DateTimeOffset.UtcNow.AddDays(90), answer["expiresAt"]!.GetValue<DateTimeOffset>(), TimeSpan.FromMinutes(1));
        Assert.Equal("trainer", device!.Owner);
        (await Trainer.Post("/api/devices", new { name = "" })).IsInvalid("name");
    }

    [Fact]
    public async Task A_repeated_call_gives_the_same_grant_again()
    {
        var key = Guid.NewGuid().ToString();
        var first = (await Trainer.Post("/api/devices", new { name = "Утас" }, key)).IsCreated();
        var again = (await Trainer.Post("/api/devices", new { name = "Утас" }, key)).IsCreated();

        Assert.Equal(first.Text, again.Text);
        Assert.Equal("problem.keyReused", (await Trainer.Post("/api/devices", new { name = "Өөр утас" }, key)).Is(HttpStatusCode.Conflict).Code);
    }

    [Fact]
    public async Task A_renewed_phone_keeps_its_id_and_the_old_grant_ends()
    {
        var (device, old) = await Phone();

        var renewed = (await Trainer.Post("/api/devices", new { name = "Утас", deviceId = device })).IsCreated();

        Assert.Equal(device, renewed.Of("deviceId"));
        (await old.Raw(HttpMethod.Post, "/api/sync/scans", """{"items":[]}""")).Is(HttpStatusCode.Unauthorized);
        (await Site.With($"{device}.{renewed.Of("syncGrant")}").Raw(HttpMethod.Post, "/api/sync/scans", """{"items":[]}""")).IsOk();
        (await Site.OtherTrainer.Post("/api/devices", new { name = "Утас", deviceId = device })).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_revoked_phone_cannot_be_renewed()
    {
        var (device, _) = await Phone();
        (await Admin.Delete($"/api/devices/{device}")).Is(HttpStatusCode.NoContent);

        Assert.Equal("device.revoked", (await Trainer.Post("/api/devices", new { name = "Утас", deviceId = device })).Is(HttpStatusCode.Conflict).Code);
    }

    [Fact]
    public async Task A_trainer_sees_own_phones_and_others_see_all()
    {
        var (own, _) = await Phone();
        var (foreign, _) = await Phone(Site.OtherTrainer);
        await Site.CatchUp();

        async Task<string[]> Seen(ApiClient who) => [.. (await who.Get("/api/devices?limit=200")).IsOk()["items"]!.AsArray().Select(d => Text(d!["deviceId"]))];
        var (trainers, admins, managers) = (await Seen(Trainer), await Seen(Admin), await Seen(Site.Manager));

        Assert.Contains(own, trainers);
        Assert.DoesNotContain(foreign, trainers);
        Assert.Contains(foreign, admins);
        Assert.Contains(own, managers);
        (await Trainer.Get($"/api/devices/{foreign}")).Is(HttpStatusCode.NotFound);
        (await Trainer.Delete($"/api/devices/{foreign}")).Is(HttpStatusCode.NotFound);
        (await Site.Manager.Delete($"/api/devices/{foreign}")).Is(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_phones_grant_opens_nothing_but_syncing()
    {
        var (_, phone) = await Phone();

        (await phone.Get("/api/cohorts")).Is(HttpStatusCode.Unauthorized);
        (await phone.Get("/api/trainees?q=Бат")).Is(HttpStatusCode.Unauthorized);
        (await phone.Get("/api/devices")).Is(HttpStatusCode.Unauthorized);
    }
}

[Collection(OnSqlite.Name)]
public sealed class PhoneScenariosOnSqlite(SqliteSite site) : PhoneScenarios(site);

[Collection(OnPostgres.Name)]
public sealed class PhoneScenariosOnPostgres(PostgresSite site) : PhoneScenarios(site);
