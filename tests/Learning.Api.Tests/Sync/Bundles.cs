using System.Net;
using System.Text.Json;
using Learning.Api.Tests.Site;
using Learning.Domain.Badges;

namespace Learning.Api.Tests.Sync;

/// <summary>What a phone downloads before it goes where there is no signal.</summary>
public abstract class Bundles(ApiSite site) : Scenario(site)
{
    [Fact]
    public async Task A_phone_downloads_rosters_keys_and_revoked_badges_of_own_sessions()
    {
        var cohort = await Cohort();
        var person = await Enrolled(cohort, "Өлзийт");
        var old = (await Badge(person)).Of("badgeId");
        var badge = await Badge(person);
        var (device, phone) = await Phone();
        await Upload(phone, device, Scan($"{cohort}/1", person));

        var bundle = (await phone.Get($"/api/sync/bundle?sessions={cohort}/1,{cohort}/2")).IsOk().Json;

        var first = bundle["sessions"]![0]!;
        Assert.Equal(($"{cohort}/1", "Asia/Ulaanbaatar"), (Text(first["sessionId"]), Text(first["timeZone"])));
        var entry = Assert.Single(first["people"]!.AsArray())!;
        Assert.Equal(("Бат Өлзийт", "enrolled", "present"), (Text(entry["name"]), Text(entry["state"]), Text(entry["mark"])));
        Assert.Equal([badge.Of("badgeId")], Texts(entry["badgeIds"]));
        Assert.Equal(badge.Of("shortCode").Replace("-", "", StringComparison.Ordinal), Text(entry["shortCode"]));
        Assert.Null(bundle["sessions"]![1]!["people"]![0]!["mark"]);
        Assert.Contains(old, Texts(bundle["revocations"]));
        Assert.DoesNotContain(badge.Of("badgeId"), Texts(bundle["revocations"]));

        // The phone verifies the badge by the keys alone.
        var keys = bundle["keys"].Deserialize<BadgeKey[]>(JsonSerializerOptions.Web)!;
        Assert.True(BadgeText.TryParse(badge.Of("url"), out var parsed));
        Assert.Equal(BadgeVerdict.Valid, BadgeSigning.Verify(parsed, keys, Site.Today));
    }

    [Fact]
    public async Task A_session_of_somebody_else_is_not_there()
    {
        var (own, foreign) = (await Cohort(), await Cohort(trainer: "trainer2"));
        var (_, phone) = await Phone();

        (await phone.Get($"/api/sync/bundle?sessions={own}/1,{foreign}/1")).Is(HttpStatusCode.NotFound);
        (await phone.Get($"/api/sync/bundle?sessions={own}/99")).Is(HttpStatusCode.NotFound);
        (await phone.Get("/api/sync/bundle?sessions=nonsense")).Is(HttpStatusCode.NotFound);
        (await phone.Get("/api/sync/bundle")).IsInvalid("sessions");
        (await phone.Get($"/api/sync/bundle?sessions={own}/1&since=noon")).IsInvalid("since");
        (await Site.Manager.Get($"/api/sync/bundle?sessions={own}/1")).Is(HttpStatusCode.Forbidden);
        (await Site.Anyone.Get($"/api/sync/bundle?sessions={own}/1")).Is(HttpStatusCode.Unauthorized);
        (await Admin.Get($"/api/sync/bundle?sessions={foreign}/1")).IsOk();
    }

    [Fact]
    public async Task Only_badges_revoked_since_the_last_download_come_with_the_next()
    {
        var cohort = await Cohort();
        var stranger = await Person("Ганболд");
        var old = (await Badge(stranger)).Of("badgeId");
        await Badge(stranger);
        await Site.CatchUp();

        var all = (await Trainer.Get($"/api/sync/bundle?sessions={cohort}/1")).IsOk();
        var later = (await Trainer.Get($"/api/sync/bundle?sessions={cohort}/1&since={Uri.EscapeDataString(all.Of("serverTime"))}")).IsOk();

        Assert.Contains(old, Texts(all["revocations"]));
        Assert.DoesNotContain(old, Texts(later["revocations"]));
    }

    [Fact]
    public async Task A_download_is_a_contact_of_the_phone()
    {
        var cohort = await Cohort();
        var (device, phone) = await Phone();
        Assert.Null((await Trainer.Get($"/api/devices/{device}")).IsOk()["lastContact"]);

        (await phone.Get($"/api/sync/bundle?sessions={cohort}/1")).IsOk();

        Assert.NotNull((await Trainer.Get($"/api/devices/{device}")).IsOk()["lastContact"]);
    }
}

[Collection(OnSqlite.Name)]
public sealed class BundlesOnSqlite(SqliteSite site) : Bundles(site);

[Collection(OnPostgres.Name)]
public sealed class BundlesOnPostgres(PostgresSite site) : Bundles(site);
