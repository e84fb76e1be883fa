using System.Net;
using Learning.Api.Tests.Site;

namespace Learning.Api.Tests.Badges;

/// <summary>One QR for all: an ordinary camera on a badge opens the holder's own page.</summary>
public abstract class BadgeLinkScenarios(ApiSite site) : Scenario(site)
{
    [Fact]
    public async Task The_address_in_the_QR_code_opens_in_upper_case_as_printed_and_in_lower_and_names_nobody()
    {
        var path = Path(await Badge(await Person("Нууцгүйцэцэг")));

        Assert.Equal(path.ToUpperInvariant(), path);
        foreach (var address in (string[])[path, path.ToLowerInvariant(), $"/b{path[2..]}"])
        {
            var answer = await Site.Anyone.Http.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.DoesNotContain("Нууцгүйцэцэг", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_reissued_badge_opens_the_page_and_the_one_before_says_that_it_was_replaced()
    {
        var person = await Person();
        var (old, current) = (Path(await Badge(person)), Path(await Badge(person)));

        Assert.Equal(HttpStatusCode.Gone, (await Site.Anyone.Http.GetAsync(old)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Site.Anyone.Http.GetAsync(current)).StatusCode);
    }

    [Fact]
    public async Task A_revoked_badge_opens_nothing()
    {
        var badge = await Badge(await Person());
        (await Admin.Post($"/api/badges/{badge.Of("badgeId")}/revoke")).Is(HttpStatusCode.NoContent);

        Assert.Equal(HttpStatusCode.Gone, (await Site.Anyone.Http.GetAsync(Path(badge))).StatusCode);
    }

    [Fact]
    public async Task A_badge_that_was_never_ours_or_has_one_character_wrong_is_not_found()
    {
        var path = Path(await Badge(await Person()));

        foreach (var wrong in (string[])["/B/HELLO", $"{path}A", path[..^1], path[..40] + (path[40] == 'A' ? 'B' : 'A') + path[41..]])
            Assert.Equal(HttpStatusCode.NotFound, (await Site.Anyone.Http.GetAsync(wrong)).StatusCode);
    }

    private static string Path(Answer badge) => new Uri(badge.Of("url")).AbsolutePath;
}

[Collection(OnSqlite.Name)]
public sealed class BadgeLinkScenariosOnSqlite(SqliteSite site) : BadgeLinkScenarios(site);

[Collection(OnPostgres.Name)]
public sealed class BadgeLinkScenariosOnPostgres(PostgresSite site) : BadgeLinkScenarios(site);
