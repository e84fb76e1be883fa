using System.Net;
using System.Text;
using Learning.Api.Tests.Site;
using Learning.Domain.Badges;
using Learning.Web.Api.Badges;
using Microsoft.Extensions.DependencyInjection;

namespace Learning.Api.Tests.Badges;

/// <summary>Issuing, replacing and revoking badges; their pictures.</summary>
public abstract class BadgeScenarios(ApiSite site) : Scenario(site)
{
    [Fact]
    public async Task A_badge_is_a_signed_address_good_for_three_years()
    {
        var person = await Person();

        var badge = await Badge(person);

        Assert.Matches("^HTTP://127.0.0.1:[0-9]+/B/[A-Z2-7]{125}$", badge.Of("url"));
        Assert.True(BadgeText.TryParse(badge.Of("url"), out var parsed));
        var keys = Site.Services.GetRequiredService<BadgeKeys>();
        Assert.Equal(BadgeVerdict.Valid, keys.Verify(parsed, Site.Today));
        Assert.Equal(BadgeVerdict.Valid, keys.Verify(parsed, Site.Today.AddYears(3)));
        Assert.Equal(BadgeVerdict.Expired, keys.Verify(parsed, Site.Today.AddYears(3).AddDays(1)));
        Assert.Equal((badge.Of("badgeId"), Site.Today.Year - 2020), (parsed.Payload!.BadgeId, parsed.Payload.KeyId));
        Assert.Equal(ShortCode.Printed(ShortCode.Of(badge.Of("badgeId"))), badge.Of("shortCode"));
    }

    [Fact]
    public async Task A_new_badge_revokes_the_one_before()
    {
        var person = await Person();
        var old = await Badge(person);
        var next = await Badge(person);

        Assert.Equal(next.Of("badgeId"), Text((await Admin.Get($"/api/trainees/{person}")).IsOk()["badge"]!["badgeId"]));
        var holder = await Site.Grains.GetGrain<Contracts.Badges.IBadgeGrain>(old.Of("badgeId")).Get();
        Assert.NotNull(holder!.RevokedAt);
    }

    [Fact]
    public async Task A_lost_badge_is_revoked_without_another()
    {
        var person = await Person();
        var badge = (await Badge(person)).Of("badgeId");

        (await Admin.Post($"/api/badges/{badge}/revoke")).Is(HttpStatusCode.NoContent);

        Assert.Null((await Admin.Get($"/api/trainees/{person}")).IsOk()["badge"]);
        (await Admin.Post("/api/badges/0011223344556677/revoke")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Its_pictures_are_svg_and_png()
    {
        var person = await Person();
        var badge = (await Badge(person)).Of("badgeId");

        var svg = await Admin.Http.GetAsync(new Uri($"/api/badges/{badge}.svg", UriKind.Relative));
        var png = await Admin.Http.GetAsync(new Uri($"/api/badges/{badge}.png", UriKind.Relative));

        Assert.Equal(("image/svg+xml", "image/png"), (svg.Content.Headers.ContentType!.MediaType, png.Content.Headers.ContentType!.MediaType));
        Assert.StartsWith("<svg", await svg.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], (await png.Content.ReadAsByteArrayAsync())[..4]);
    }

    [Fact]
    public async Task Its_pictures_are_for_those_who_may_see_the_person()
    {
        var badge = (await Badge(await Person())).Of("badgeId");

        (await Site.OtherTrainer.Get($"/api/badges/{badge}.svg")).Is(HttpStatusCode.NotFound);
        (await Site.Anyone.Get($"/api/badges/{badge}.svg")).Is(HttpStatusCode.Unauthorized);
        (await Admin.Get("/api/badges/0011223344556677.svg")).Is(HttpStatusCode.NotFound);
        (await Admin.Get("/api/badges/x.png")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public void The_key_set_reaches_three_years_back_and_each_key_signs_its_own_year()
    {
        var set = Site.Services.GetRequiredService<BadgeKeys>().Set();
        var year = Site.Today.Year;

        Assert.Equal(Enumerable.Range(year - 3, Site.Today.Month == 12 ? 5 : 4).Select(y => y - 2020), set.Select(k => (int)k.Kid));
        Assert.All(set, k => Assert.Equal((2020 + k.Kid, 1, 1), (k.ValidFrom.Year, k.ValidFrom.Month, k.ValidFrom.Day)));
        Assert.All(set, k => Assert.Equal((2020 + k.Kid, 12, 31), (k.ValidTo.Year, k.ValidTo.Month, k.ValidTo.Day)));
        Assert.Equal(set.Length, set.Select(k => k.Spki).Distinct().Count());
        Assert.All(set, k => Assert.Equal(91, Encoding.ASCII.GetByteCount(k.Spki) / 4 * 3 - k.Spki.Count(c => c == '=')));
    }
}

[Collection(OnSqlite.Name)]
public sealed class BadgeScenariosOnSqlite(SqliteSite site) : BadgeScenarios(site);

[Collection(OnPostgres.Name)]
public sealed class BadgeScenariosOnPostgres(PostgresSite site) : BadgeScenarios(site);
