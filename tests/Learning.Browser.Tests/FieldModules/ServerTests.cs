using System.Text.Json.Nodes;
using Learning.Browser.Tests.Harness;

namespace Learning.Browser.Tests.FieldModules;

/// <summary>server.js: says what came back, whatever is between the phone and the server.</summary>
[Collection(ModuleTests.Name)]
public sealed class ServerTests(ModuleHost host)
{
    [BrowserFact]
    public async Task An_answer_is_told_with_status_type_body_and_date()
    {
        await using var phone = await host.Phone();
        await phone.AddCookiesAsync([new() { Name = "who", Value = "somebody", Url = host.Address }]);
        var page = await host.Tab(phone);

        var answer = (await page.Ask("server.call", "POST", "/echo", """{"X-One":"1"}""", "Өлзий", 20_000))!;

        Assert.Equal(202, answer["status"]!.GetValue<int>());
        Assert.StartsWith("application/json", answer["type"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.InRange((DateTimeOffset.UtcNow - DateTimeOffset.Parse(answer["date"]!.GetValue<string>())).TotalSeconds, -2, 60);
        Assert.Equal($"{host.Address}/echo", answer["url"]!.GetValue<string>());
        // The cookie of whoever is signed in stays out of it.
        Assert.Equal("""{"method":"POST","body":"Өлзий","header":"1","cookie":""}""", JsonNode.Parse(answer["body"]!.GetValue<string>())!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [BrowserTheory]
    [InlineData("/silent")]
    [InlineData("/half")]
    public async Task An_answer_that_does_not_come_whole_in_time_is_a_timeout(string path)
    {
        await using var phone = await host.Phone();
        Assert.Equal("""{"status":0,"error":"timeout"}""", (await (await host.Tab(phone)).Ask("server.call", "GET", path, "{}", null, 300))!.ToJsonString());
    }

    [BrowserFact]
    public async Task A_captive_portal_that_redirects_is_told_as_redirect_and_one_that_answers_by_its_type()
    {
        await using var phone = await host.Phone();
        var page = await host.Tab(phone);

        Assert.Equal("""{"status":0,"error":"redirect"}""", (await page.Ask("server.call", "GET", "/portal/redirect", "{}", null, 20_000))!.ToJsonString());
        var answer = (await page.Ask("server.call", "GET", "/portal/page", "", null, 20_000))!;
        Assert.Equal(("text/html; charset=utf-8", 200), (answer["type"]!.GetValue<string>(), answer["status"]!.GetValue<int>()));
    }

    [BrowserFact]
    public async Task A_cut_connection_and_no_connection_are_offline()
    {
        await using var phone = await host.Phone();
        var page = await host.Tab(phone);

        Assert.Equal("""{"status":0,"error":"offline"}""", (await page.Ask("server.call", "GET", "/cut", "{}", null, 20_000))!.ToJsonString());
        await phone.SetOfflineAsync(true);
        Assert.Equal("""{"status":0,"error":"offline"}""", (await page.Ask("server.call", "GET", "/echo", "{}", null, 20_000))!.ToJsonString());
        await phone.SetOfflineAsync(false);
        Assert.Equal(202, (await page.Ask("server.call", "GET", "/echo", "{}", null, 20_000))!["status"]!.GetValue<int>());
    }
}
