using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Learning.Tests.Accounts;

/// <summary>Fills and sends a form as a browser without scripts does.</summary>
internal static class FormPost
{
    public static async Task<IHtmlDocument> PageAsync(this HttpClient browser, string address) =>
        new HtmlParser().ParseDocument(await browser.GetStringAsync(address));

    public static async Task<IHtmlDocument> PageAsync(this HttpResponseMessage answer) =>
        new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    /// <summary>Sends the form with that handler name on the page, its hidden fields and the given ones.</summary>
    public static async Task<HttpResponseMessage> SendAsync(this HttpClient browser, string address, string form, params (string Name, string Value)[] fields)
    {
        var page = await browser.PageAsync(address);
        var hidden = page.QuerySelectorAll("form").Single(f => f.QuerySelector($"input[name=_handler][value={form}]") is not null)
            .QuerySelectorAll<IHtmlInputElement>("input[type=hidden]")
            .Select(input => KeyValuePair.Create(input.Name!, input.Value));
        return await browser.PostAsync(address, new FormUrlEncodedContent([.. hidden, .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]));
    }
}
