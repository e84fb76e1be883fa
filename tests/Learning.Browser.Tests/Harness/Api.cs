using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Learning.Browser.Tests.Harness;

/// <summary>Prepares by the HTTP API what a test then looks at in the browser.</summary>
/// <param name="http">Signed in as somebody.</param>
internal sealed class Api(HttpClient http) : IDisposable
{
    /// <summary>Signed in as an administrator.</summary>
    public static async Task<Api> Administrator(Uri address)
    {
        var http = new HttpClient { BaseAddress = address };
        using var answer = await http.PostAsJsonAsync("/api/auth/login", new { userName = Who.Administrator, password = Web.Accounts.Demo.DemoAccounts.Password });
        http.DefaultRequestHeaders.Authorization = new("Bearer", (await answer.Content.ReadFromJsonAsync<JsonObject>())!["accessToken"]!.GetValue<string>());
        return new Api(http);
    }

    public Task<JsonNode?> Post(string path, object? body = null) => Send(HttpMethod.Post, path, body);

    public Task<JsonNode?> Put(string path, object body) => Send(HttpMethod.Put, path, body);

    public void Dispose() => http.Dispose();

    private async Task<JsonNode?> Send(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path} answered {(int)answer.StatusCode}: {text}");
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }
}
