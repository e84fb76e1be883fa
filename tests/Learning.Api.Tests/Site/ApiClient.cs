using System.Net.Http.Json;
using System.Text;

namespace Learning.Api.Tests.Site;

/// <summary>Calls the API as somebody.</summary>
public sealed class ApiClient(HttpClient http)
{
    public HttpClient Http => http;

    public Task<Answer> Get(string path) => Send(HttpMethod.Get, path, null, null);

    public Task<Answer> Post(string path, object? body = null, string? key = null) => Send(HttpMethod.Post, path, body is null ? null : JsonContent.Create(body), key);

    public Task<Answer> Put(string path, object body) => Send(HttpMethod.Put, path, JsonContent.Create(body), null);

    public Task<Answer> Delete(string path) => Send(HttpMethod.Delete, path, null, null);

    /// <summary>A body that need not be JSON.</summary>
    public Task<Answer> Raw(HttpMethod method, string path, string body, string type = "application/json") =>
        Send(method, path, new StringContent(body, Encoding.UTF8, type), null);

    public async Task<Answer> Send(HttpMethod method, string path, HttpContent? body, string? key, string? language = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        if (language is not null) request.Headers.Add("Accept-Language", language);
        var response = await http.SendAsync(request);
        return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(), response);
    }
}
