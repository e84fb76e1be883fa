using System.Net;
using Learning.Api.Tests.Site;
using Learning.Contracts.Devices;
using Learning.Web.Api.Devices;

namespace Learning.Api.Tests.Sync;

/// <summary>Grants that end, and scans that are missing.</summary>
public abstract class PhoneRules(ApiSite site) : Scenario(site)
{
    [Fact]
    public async Task A_gap_in_the_numbers_is_shown_until_it_is_filled()
    {
        var cohort = await Cohort();
        var person = await Enrolled(cohort);
        var (device, phone) = await Phone();
        await Upload(phone, device, [.. Enumerable.Range(1, 50).Where(n => n is not (>= 41 and <= 43 or 47)).Select(n => Scan($"{cohort}/1", person, seq: n))]);
        await Site.CatchUp();

        var missing = await MissingOf(device);
        Assert.Equal([(41, 43), (47, 47)], missing);

        await Upload(phone, device, [.. new[] { 43, 41, 42, 42 }.Select(n => Scan($"{cohort}/1", person, seq: n))]);
        await Site.CatchUp();
        Assert.Equal([(47, 47)], await MissingOf(device));
    }

    [Fact]
    public async Task A_revoked_phone_still_drains_into_review()
    {
        var cohort = await Cohort();
        var person = await Enrolled(cohort);
        var (device, phone) = await Phone();
        (await Trainer.Delete($"/api/devices/{device}")).Is(HttpStatusCode.NoContent);

        var result = (await Upload(phone, device, Scan($"{cohort}/1", person)))[0]!;

        Assert.Equal(("stored", "review"), (Text(result["status"]), Text(result["effect"])));
        Assert.Equal(["device"], Texts(result["reasons"]));
        Assert.Equal("device.notGood", (await phone.Get($"/api/sync/bundle?sessions={cohort}/1")).Is(HttpStatusCode.Forbidden).Code);
    }

    [Fact]
    public async Task What_a_phone_sends_after_its_owners_account_was_switched_off_goes_into_review_at_once_and_counts_again_once_it_is_on()
    {
        var owner = $"trainer-{Guid.NewGuid():N}"[..20];
        const string Password = "ухаа-Худаг-27";
        (await Admin.Post("/api/accounts", new { userName = owner, displayName = "Сургагч", roles = new[] { "trainer" }, password = Password })).IsCreated();
        var cohort = await Cohort(trainer: owner);
        var people = new[] { await Enrolled(cohort), await Enrolled(cohort, "Болд"), await Enrolled(cohort, "Сараа") };
        var (device, phone) = await Phone(Site.With(await Site.SignIn(owner, Password)));

        var before = (await Upload(phone, device, Scan($"{cohort}/1", people[0])))[0]!;
        await Switch(disabled: true);
        var off = (await Upload(phone, device, Scan($"{cohort}/1", people[1], seq: 2)))[0]!;
        await Switch(disabled: false);
        var again = (await Upload(phone, device, Scan($"{cohort}/1", people[2], seq: 3)))[0]!;

        Assert.Equal("counted", Text(before["effect"]));
        Assert.Equal(("stored", "review"), (Text(off["status"]), Text(off["effect"])));
        Assert.Equal(["device"], Texts(off["reasons"]));
        Assert.Equal("counted", Text(again["effect"]));

        async Task Switch(bool disabled) =>
            (await Admin.Put($"/api/accounts/{owner}", new { displayName = "Сургагч", roles = new[] { "trainer" }, disabled })).IsOk();
    }

    [Fact]
    public async Task A_grant_that_ran_out_with_a_queue_still_drains_into_review()
    {
        var cohort = await Cohort(capacity: 400);
        var person = await Enrolled(cohort);
        var device = Learning.Domain.Ids.LearningId.From("test-device", cohort);
        await Site.Grains.GetGrain<IDeviceGrain>(device).Enrol("Хуучин утас", "trainer", SyncGrants.Digest("expired-grant"), DateTimeOffset.UtcNow.AddDays(-1));
        var phone = Site.With($"{device}.expired-grant");

        var first = await Upload(phone, device, [.. Enumerable.Range(1, 200).Select(n => Scan($"{cohort}/1", person, seq: n))]);
        var rest = await Upload(phone, device, [.. Enumerable.Range(201, 100).Select(n => Scan($"{cohort}/1", person, seq: n))]);

        Assert.All(first.Concat(rest), r => Assert.Equal(("stored", "review"), (Text(r!["status"]), Text(r["effect"]))));
    }

    [Fact]
    public async Task An_unknown_grant_or_none_is_refused_with_401()
    {
        var (device, _) = await Phone();
        var body = """{"items":[]}""";

        (await Site.With($"{device}.wrong").Raw(HttpMethod.Post, "/api/sync/scans", body)).Is(HttpStatusCode.Unauthorized);
        (await Site.With("nonsense").Raw(HttpMethod.Post, "/api/sync/scans", body)).Is(HttpStatusCode.Unauthorized);
        (await Site.Anyone.Raw(HttpMethod.Post, "/api/sync/scans", body)).Is(HttpStatusCode.Unauthorized);
        (await Site.Manager.Raw(HttpMethod.Post, "/api/sync/scans", body)).Is(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_phone_drains_what_its_owners_earlier_phone_left_under_that_phones_name()
    {
        var cohort = await Cohort();
        var person = await Enrolled(cohort);
        var (old, _) = await Phone();
        var (_, phone) = await Phone();
        var (foreign, _) = await Phone(Site.OtherTrainer);

        await Upload(phone, old, Scan($"{cohort}/1", person, seq: 2));
        await Site.CatchUp();
        var gap = (await Trainer.Get($"/api/devices/{old}")).IsOk()["missing"]![0]!;
        Assert.Equal((1, 1), (gap["first"]!.GetValue<int>(), gap["last"]!.GetValue<int>()));

        await Upload(phone, foreign, Scan($"{cohort}/1", person, seq: 2));
        await Site.CatchUp();
        Assert.Empty((await Site.OtherTrainer.Get($"/api/devices/{foreign}")).IsOk()["received"]!.AsArray());
    }

    private async Task<(int, int)[]> MissingOf(string device) =>
        [.. (await Trainer.Get($"/api/devices/{device}")).IsOk()["missing"]!.AsArray().Select(r => (r!["first"]!.GetValue<int>(), r["last"]!.GetValue<int>()))];
}

[Collection(OnSqlite.Name)]
public sealed class PhoneRulesOnSqlite(SqliteSite site) : PhoneRules(site);

[Collection(OnPostgres.Name)]
public sealed class PhoneRulesOnPostgres(PostgresSite site) : PhoneRules(site);
