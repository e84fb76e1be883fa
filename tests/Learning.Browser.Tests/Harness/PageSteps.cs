using Learning.Web.Accounts.Demo;
using Learning.Web.Words;
using Microsoft.Playwright;

namespace Learning.Browser.Tests.Harness;

/// <summary>What people do on pages.</summary>
internal static class PageSteps
{
    private static readonly Wording T = Wording.In(Language.Mongolian);

    /// <summary>Signs in to an account and waits until it is done.</summary>
    public static async Task SignIn(this IPage page, string userName, string password = DemoAccounts.Password)
    {
        await page.GotoAsync("/sign-in");
        await page.Write("UserName", userName);
        await page.Write("Password", password);
        await page.PressInMain("action.signIn");
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    /// <summary>Opens a trainee's own page by badge and PIN.</summary>
    public static async Task OpenOwnPage(this IPage page, string badge, string pin)
    {
        await page.GotoAsync(badge);
        await page.Write("Pin", pin);
        await page.PressInMain("home.mine.open");
        await page.WaitForURLAsync("**/mine");
    }

    /// <summary>Types into a field.</summary>
    /// <param name="page">Page.</param>
    /// <param name="field">The field's name.</param>
    /// <param name="text">What to type.</param>
    public static Task Write(this IPage page, string field, string text) => page.Locator($"main [name='{field}']").FillAsync(text);

    /// <summary>Chooses from a list.</summary>
    public static Task Choose(this IPage page, string field, string value) => page.Locator($"main select[name='{field}']").SelectOptionAsync(value);

    /// <summary>Ticks one of several.</summary>
    public static Task Tick(this IPage page, string field, string value) => page.Locator($"main [name='{field}'][value='{value}']").CheckAsync();

    /// <summary>Presses the button of the main part of the page that has this word on it.</summary>
    /// <param name="page">Page.</param>
    /// <param name="word">Key of the word.</param>
    public static Task PressInMain(this IPage page, string word) =>
        page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = T[word], Exact = true }).ClickAsync();

    /// <summary>Follows the link of the main part of the page that has this word on it.</summary>
    public static Task FollowInMain(this IPage page, string word) =>
        page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = T[word], Exact = true }).ClickAsync();

    /// <summary>The part of the page below a heading.</summary>
    /// <param name="page">Page.</param>
    /// <param name="heading">Id of the heading.</param>
    public static ILocator PanelOf(this IPage page, string heading) => page.Locator($".panel:has(> .panel-head > #{heading})");

    /// <summary>The one heading of the page.</summary>
    public static ILocator Title(this IPage page) => page.GetByRole(AriaRole.Heading, new() { Level = 1 });
}
