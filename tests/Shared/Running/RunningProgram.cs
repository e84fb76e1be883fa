using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Learning.Testing;

/// <summary>The program as it is shipped, as a process of its own, on an embedded database in a folder.</summary>
public sealed partial class RunningProgram : IAsyncDisposable
{
    private readonly Process process;
    private readonly HttpClient http;

    private RunningProgram(Process process, Uri address)
    {
        this.process = process;
        Address = address;
        http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 200 }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Its number among the machine's processes.</summary>
    public int ProcessId => process.Id;

    /// <summary>Starts it and returns once it serves.</summary>
    /// <param name="folder">Where its database lies, and its other files.</param>
    /// <param name="port">Where it listens; 0 for a free port.</param>
    /// <param name="settings">As <c>--name=value</c>; none for the embedded database.</param>
    public static async Task<RunningProgram> StartAsync(string folder, int port = 0, params string[] settings)
    {
        var process = Launch(folder, await Published.Folder, [$"--urls=http://127.0.0.1:{port}", .. settings]);
        var said = new StringBuilder();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.AppendLine(line);
            if (!line.TrimStart().StartsWith("Learning ", StringComparison.Ordinal) || AddressInText().Match(line) is not { Success: true } address) continue;
            // The pipe must not fill up, or the program would stand still.
            _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
            return new RunningProgram(process, new Uri(address.Value));
        }

        throw new InvalidOperationException($"The program did not start:\n{said}");
    }

    /// <summary>Runs one of its verbs to the end.</summary>
    /// <param name="folder">Where its database lies.</param>
    /// <param name="verb">Which.</param>
    public static async Task<(int Code, string Said)> RunAsync(string folder, string verb)
    {
        using var process = Launch(folder, await Published.Folder, [verb]);
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said);
    }

    /// <summary>Signs in; later calls are that person's.</summary>
    public async Task SignInAsync(string userName)
    {
        var answer = await PostAsync("/api/auth/login", new { userName, password = "demo-Pass-1" });
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", answer["accessToken"]!.GetValue<string>());
    }

    public async Task<JsonNode> GetAsync(string path) => await ReadAsync(await http.GetAsync(path));

    public Task<byte[]> BytesAsync(string path) => http.GetByteArrayAsync(path);

    public Task<JsonNode> PostAsync(string path, object? body = null, string? token = null) => SendAsync(HttpMethod.Post, path, body, token);

    /// <param name="method">How.</param>
    /// <param name="path">Where.</param>
    /// <param name="body">What.</param>
    /// <param name="token">A token other than that of who signed in.</param>
    public async Task<JsonNode> SendAsync(HttpMethod method, string path, object? body = null, string? token = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await ReadAsync(await http.SendAsync(request));
    }

    /// <summary>Ends it as a power cut would: SIGKILL, in the middle of whatever it does.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop, as a service manager does.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await KillAsync();
        process.Dispose();
        http.Dispose();
    }

    private static Process Launch(string folder, string program, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(program, "Learning.Web.dll"), .. arguments])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardInput = true,
        };
        foreach (var name in start.Environment.Keys.Where(n => n.StartsWith("LEARNING_", StringComparison.Ordinal) || n.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || n.StartsWith("ConnectionStrings_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["LEARNING_DATA"] = folder;
        start.Environment["LEARNING_DEMO"] = "accounts";
        start.Environment["Logging__LogLevel__Default"] = "Error";
        return Process.Start(start)!;
    }

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync();
            if (!response.IsSuccessStatusCode) throw new HttpRequestException($"{(int)response.StatusCode} {response.RequestMessage!.RequestUri}: {text}", null, response.StatusCode);
            return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
        }
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex AddressInText();
}
