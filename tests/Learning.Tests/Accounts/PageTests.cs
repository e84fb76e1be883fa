using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Learning.Tests.Accounts;

public sealed class PageTests : IDisposable
{
    private readonly DataFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Signing_in_leads_back_to_where_one_was_going()
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var browser = host.Browser();

        var signedIn = await browser.SendAsync("/sign-in?returnUrl=%2Fprobe%2Freach%3Fregion%3DMN64", "sign-in", ("UserName", "manager"), ("Password", "demo-Pass-1"));

        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        Assert.Equal(host.Address("/probe/reach?region=MN64"), host.Address(signedIn));
        Assert.Equal("in", await browser.GetStringAsync("/probe/reach?region=MN64"));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Signing_in_never_leads_to_another_site(string returnUrl)
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var browser = host.Browser();

        var signedIn = await browser.SendAsync($"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}", "sign-in", ("UserName", "manager"), ("Password", "demo-Pass-1"));

        Assert.Equal(host.Address("/reach"), host.Address(signedIn));
    }

    [Theory]
    [InlineData("admin", "/reach")]
    [InlineData("manager", "/reach")]
    [InlineData("trainer", "/sessions")]
    public async Task Signing_in_leads_to_the_page_that_the_work_begins_on(string userName, string page)
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var browser = host.Browser();

        var signedIn = await browser.SendAsync("/sign-in", "sign-in", ("UserName", userName), ("Password", "demo-Pass-1"));

        Assert.Equal(host.Address(page), host.Address(signedIn));
    }

    [Fact]
    public async Task A_refused_sign_in_says_so_in_words_and_keeps_the_name_but_not_the_password()
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var browser = host.Browser();

        var refused = await browser.SendAsync("/sign-in", "sign-in", ("UserName", "Өлзий\"><script>"), ("Password", "wrong password"));

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.False(refused.Headers.Contains("Set-Cookie"));
        var page = await refused.PageAsync();
        Assert.Equal("#UserName", await FirstErrorAsync(refused));
        Assert.Contains("5 удаа", page.QuerySelector("#UserName")!.Closest("form")!.NextElementSibling!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Өлзий\"><script>", page.QuerySelector<IHtmlInputElement>("#UserName")!.Value);
        Assert.Equal("", page.QuerySelector<IHtmlInputElement>("#Password")!.Value);
        Assert.Empty(page.QuerySelectorAll("script:not([src]), [style], [onclick]"));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var browser = await host.BrowserAsync("admin");

        var signIn = await browser.PostAsync("/sign-in", new FormUrlEncodedContent([new("_handler", "sign-in"), new("UserName", "admin"), new("Password", "demo-Pass-1")]));
        var signOut = await browser.PostAsync("/sign-out", new FormUrlEncodedContent([]));

        Assert.Equal(HttpStatusCode.BadRequest, signIn.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, signOut.StatusCode);
        Assert.Equal("in", await browser.GetStringAsync("/probe/administrator"));
    }

    [Fact]
    public async Task Signing_out_ends_the_cookie_and_any_copy_of_it()
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var browser = host.Browser();
        var signedIn = await browser.SendAsync("/sign-in", "sign-in", ("UserName", "admin"), ("Password", "demo-Pass-1"));
        using var copy = host.Browser();
        copy.DefaultRequestHeaders.Add("Cookie", signedIn.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("learning.account=", StringComparison.Ordinal)).Split(';')[0]);
        var before = await copy.GetAsync("/account");
        var token = (await browser.PageAsync("/account")).QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value;

        var signedOut = await browser.PostAsync("/sign-out", new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));

        Assert.Equal(host.Address("/"), host.Address(signedOut));
        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await copy.GetAsync("/account")).StatusCode);
        Assert.Equal("admin account.signOut admin", (await host.AuditAsync())[^1]);
    }

    [Fact]
    public async Task Ones_own_password_is_changed_by_who_knows_the_present_one()
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var browser = await host.BrowserAsync("trainer");
        using var elsewhere = await host.ProgramAsync("trainer");

        var wrong = await browser.SendAsync("/account", "password", ("Current", "not this"), ("Next", "шинэ нууц үг"), ("Again", "шинэ нууц үг"));
        var differs = await browser.SendAsync("/account", "password", ("Current", "demo-Pass-1"), ("Next", "шинэ нууц үг"), ("Again", "шинэ нууц уг"));
        var weak = await browser.SendAsync("/account", "password", ("Current", "demo-Pass-1"), ("Next", "short"), ("Again", "short"));
        var changed = await browser.SendAsync("/account", "password", ("Current", "demo-Pass-1"), ("Next", "шинэ нууц үг"), ("Again", "шинэ нууц үг"));

        Assert.Equal("#Current", await FirstErrorAsync(wrong));
        Assert.Equal("#Again", await FirstErrorAsync(differs));
        Assert.Equal("#Next", await FirstErrorAsync(weak));
        Assert.Equal(host.Address("/account?changed=true"), host.Address(changed));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account?changed=true")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await elsewhere.GetAsync("/api/me")).StatusCode);
        using var again = await host.ProgramAsync("trainer", "шинэ нууц үг");
        Assert.Contains("trainer account.password trainer", await host.AuditAsync());
    }

    [Fact]
    public async Task An_administrator_makes_and_changes_accounts_on_pages()
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var admin = await host.BrowserAsync("admin");

        var wrong = await admin.SendAsync("/admin/new-account", "new-account", ("UserName", "Үүрээ"), ("DisplayName", "Ц. Үүрээ"), ("Password", "урт нууц үг"));
        var made = await admin.SendAsync(
            "/admin/new-account", "new-account", ("UserName", "Үүрээ"), ("DisplayName", "Ц. Үүрээ"), ("Role", "trainer"), ("Role", "manager"), ("Password", "урт нууц үг"));
        var address = "/admin/accounts/" + Uri.EscapeDataString("Үүрээ");
        using var own = await host.ProgramAsync("Үүрээ", "урт нууц үг");
        var disabled = await admin.SendAsync(address, "account", ("DisplayName", "Ц. Үүрийнтуяа"), ("Role", "manager"), ("Disabled", "true"));
        var edit = await admin.PageAsync(address);

        Assert.Equal("#Role", await FirstErrorAsync(wrong));
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, disabled.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await own.GetAsync("/api/me")).StatusCode);
        Assert.Equal("Ц. Үүрийнтуяа", edit.QuerySelector<IHtmlInputElement>("#DisplayName")!.Value);
        Assert.Equal(["manager", "true"], edit.QuerySelectorAll<IHtmlInputElement>("input[type=checkbox]").Where(box => box.IsDefaultChecked).Select(box => box.Value));
        var list = await admin.PageAsync("/admin/accounts");
        Assert.Contains("хаагдсан", list.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains("Үүрээ", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        Assert.Equal(["admin account.create Үүрээ manager,trainer", "admin account.change Үүрээ manager disabled"], (await host.AuditAsync()).Where(row => row.StartsWith("admin", StringComparison.Ordinal)).Skip(1));
    }

    [Fact]
    public async Task The_last_administrator_is_told_why_on_the_page()
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var admin = await host.BrowserAsync("admin");

        var refused = await admin.SendAsync("/admin/accounts/admin?lang=en", "account", ("DisplayName", "Админ"), ("Role", "manager"));

        Assert.Contains("last administrator", (await refused.PageAsync()).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("in", await admin.GetStringAsync("/probe/administrator"));
    }

    [Fact]
    public async Task The_audit_page_shows_who_did_what_and_filters_by_link()
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var admin = await host.BrowserAsync("admin");
        await host.NoteAsync("Өлзий", "cohort.close", "c-1");

        var all = await admin.PageAsync("/admin/audit");
        var filtered = await admin.PageAsync(all.QuerySelectorAll<IHtmlAnchorElement>("tbody a").First(link => link.TextContent == "Өлзий").GetAttribute("href")!);
        var none = await admin.PageAsync("/admin/audit?actor=nobody");

        Assert.Equal(2, all.QuerySelectorAll("tbody tr").Length);
        // 09:00 UTC is 17:00 in Ulaanbaatar.
        Assert.Equal("2026.03.08 17:00", all.QuerySelector("tbody time")!.TextContent);
        Assert.Equal("анги хаасан", Assert.Single(filtered.QuerySelectorAll("tbody tr")).QuerySelectorAll("td")[1].TextContent.Trim());
        Assert.Empty(none.QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task Administration_pages_are_closed_to_others()
    {
        await using var host = await AccountsHost.StartAsync(folder);
        using var manager = await host.BrowserAsync("manager");
        using var anyone = host.Browser();

        foreach (var page in new[] { "/admin/accounts", "/admin/accounts/admin", "/admin/new-account", "/admin/audit" })
        {
            Assert.Equal((page, HttpStatusCode.Forbidden), (page, (await manager.GetAsync(page)).StatusCode));
            Assert.Equal((page, HttpStatusCode.Redirect), (page, (await anyone.GetAsync(page)).StatusCode));
        }
    }

    private static async Task<string?> FirstErrorAsync(HttpResponseMessage answer) =>
        (await answer.PageAsync()).QuerySelector(".error-summary a")?.GetAttribute("href");
}
