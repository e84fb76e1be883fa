using Bunit;
using Learning.Domain.Cohorts;
using Learning.Web.Kit;
using Learning.Web.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Learning.Tests.Kit;

public sealed class LayoutTests
{
    private const string Nasty = "<script>alert('Өлзий')</script>";

    [Fact]
    public void Names_with_markup_stay_text_everywhere()
    {
        using var kit = Rendering.In();
        var shell = kit.Render<Shell>(p => p
            .Add(s => s.UserName, Nasty)
            .Add(s => s.Nav, [new NavItem("/people", Nasty)])
            .AddChildContent<PageHead>(h => h.Add(c => c.Title, Nasty).Add(c => c.Lead, Nasty)));
        var crumbs = kit.Render<Breadcrumbs>(p => p.Add(c => c.Items, [new Crumb(Nasty, "/x"), new Crumb(Nasty)]));
        var figure = kit.Render<Figure>(p => p.Add(f => f.Label, Nasty).Add(f => f.Value, Nasty).Add(f => f.Sub, Nasty));
        var tag = kit.Render<Tag>(p => p.Add(t => t.Text, Nasty));

        foreach (var markup in new[] { shell.Markup, crumbs.Markup, figure.Markup, tag.Markup })
        {
            Assert.DoesNotContain("<script", markup, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("&lt;script&gt;", markup, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_entry_nearest_to_the_page_is_current()
    {
        using var kit = Rendering.In();
        kit.Services.GetRequiredService<NavigationManager>().NavigateTo("/reach/reports/7?from=2019-01-01");

        var shell = kit.Render<Shell>(p => p.Add(s => s.Nav, [new("/", "а"), new("/reach", "б"), new("/reach/reports", "в"), new("/re", "г")]));

        Assert.Equal("в", Assert.Single(shell.FindAll("nav [aria-current=page]")).TextContent);
    }

    [Fact]
    public void The_language_link_keeps_the_page_and_its_filters()
    {
        using var kit = Rendering.In();
        kit.Services.GetRequiredService<NavigationManager>().NavigateTo("/reach?region=MN64&lang=mn");

        var link = kit.Render<Shell>().Find("a.language");

        Assert.Equal("/reach?region=MN64&lang=en", link.GetAttribute("href"));
        Assert.Equal("en", link.GetAttribute("lang"));
    }

    [Fact]
    public void Somebody_signed_in_can_sign_out_and_nobody_can_sign_in()
    {
        using var kit = Rendering.In();

        var signedIn = kit.Render<Shell>(p => p.Add(s => s.UserName, "Бат"));
        var nobody = kit.Render<Shell>();

        Assert.Equal("/sign-out", signedIn.Find("form[method=post]").GetAttribute("action"));
        Assert.NotNull(signedIn.Find("form[method=post] input[name=__RequestVerificationToken]"));
        Assert.Empty(nobody.FindAll("form[method=post]"));
        Assert.Equal("Нэвтрэх", nobody.Find("a[href='/sign-in']").TextContent);
    }

    [Theory]
    [InlineData(CohortState.Planned, "neutral", "Төлөвлөсөн")]
    [InlineData(CohortState.Open, "info", "Бүртгэл нээлттэй")]
    [InlineData(CohortState.Cancelled, "bad", "Цуцалсан")]
    public void A_state_has_a_word_and_a_colour(CohortState state, string css, string word)
    {
        using var kit = Rendering.In();
        var tag = kit.Render<StateTag>(p => p.Add(t => t.State, state)).Find(".tag");

        Assert.Equal(word, tag.TextContent);
        Assert.Contains(css, tag.ClassList);
    }

    [Theory]
    [InlineData(Tone.Good, "status")]
    [InlineData(Tone.Bad, "alert")]
    public void A_notice_is_announced_by_its_weight(Tone tone, string role)
    {
        using var kit = Rendering.In();
        Assert.Equal(role, kit.Render<Notice>(p => p.Add(n => n.Tone, tone)).Find(".notice").GetAttribute("role"));
    }

    [Fact]
    public void A_pager_on_the_only_page_is_not_there()
    {
        using var kit = Rendering.In();
        Assert.Equal("", kit.Render<Pager>().Markup.Trim());
        Assert.Equal("/p?after=7", kit.Render<Pager>(p => p.Add(x => x.NextHref, "/p?after=7")).Find("a[rel=next]").GetAttribute("href"));
    }

    [Fact]
    public void A_table_keeps_its_roles_and_names_its_cells()
    {
        using var kit = Rendering.In();
        var table = kit.Render<DataTable>(p => p
            .Add(t => t.Caption, "Хүмүүс")
            .Add(t => t.Head, Rendering.Text(""))
            .AddChildContent<Td>(c => c.Add(d => d.Label, "Цаг").Add(d => d.Numeric, true).AddChildContent("12.5")));

        Assert.Equal("table", table.Find("table").GetAttribute("role"));
        Assert.Equal("Цаг", table.Find("td.num").GetAttribute("data-label"));
    }

    [Theory]
    [InlineData(404, Language.Mongolian, "Хуудас олдсонгүй")]
    [InlineData(403, Language.English, "You cannot see this page")]
    [InlineData(503, Language.English, "Something went wrong on our side")]
    [InlineData(400, Language.English, "Page not found")]
    public void Errors_are_explained_in_words(int status, Language language, string title)
    {
        using var kit = Rendering.In(language);
        Assert.Equal(title, kit.Render<ErrorPage>(p => p.Add(e => e.Status, status)).Find("h1").TextContent);
    }

    [Fact]
    public void Every_icon_is_drawn()
    {
        using var kit = Rendering.In();
        foreach (var name in Icons.Names)
            Assert.StartsWith("M", kit.Render<Icon>(p => p.Add(i => i.Name, name)).Find("path").GetAttribute("d"), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Icons.Path("no-such-icon"));
    }
}
