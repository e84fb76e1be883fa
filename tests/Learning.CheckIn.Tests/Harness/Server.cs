using System.Text.Json.Nodes;

namespace Learning.CheckIn.Tests.Harness;

/// <summary>The federation's server: a process of its own that can be killed and started again on the same folder and port.</summary>
public sealed class Server : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("learning-checkin-").FullName;
    private RunningProgram? program;

    /// <summary>Where it listens, also after a new start.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Folder of its database and its secret.</summary>
    public string Folder => folder;

    /// <summary>Starts it.</summary>
    public async Task StartAsync()
    {
        program = await RunningProgram.StartAsync(folder, Address.IsDefaultPort ? 0 : Address.Port);
        Address = program.Address;
        await program.SignInAsync("admin");
    }

    /// <summary>A power cut.</summary>
    public async Task KillAsync()
    {
        await program!.DisposeAsync();
        program = null;
    }

    /// <summary>Compares the figures with the grains' own states, as <c>./run audit</c> does; the server must be off.</summary>
    public async Task AuditAsync()
    {
        Assert.Null(program);
        var (code, said) = await RunningProgram.RunAsync(folder, "audit");
        Assert.True(code == 0, said);
    }

    public Task<JsonNode> GetAsync(string path) => program!.GetAsync(path);

    public Task<JsonNode> PostAsync(string path, object? body = null, string? token = null) => program!.PostAsync(path, body, token);

    public Task<JsonNode> SendAsync(HttpMethod method, string path, object? body = null) => program!.SendAsync(method, path, body);

    public Task<byte[]> BytesAsync(string path) => program!.BytesAsync(path);

    /// <summary>What the server knows of a session.</summary>
    /// <param name="sessionId">Session id.</param>
    public async Task<Attendance> AttendanceAsync(string sessionId) => Attendance.Of(await GetAsync($"/api/sessions/{sessionId.Replace('/', '~')}/attendance"));

    /// <summary>Waits until exactly these of a phone's scans are listed as missing.</summary>
    /// <param name="deviceId">Device id.</param>
    /// <param name="ranges">First and last number of each gap.</param>
    public Task MissingIsAsync(string deviceId, params (int First, int Last)[] ranges) => Eventually.IsTrue(
        async () => (await GetAsync($"/api/devices/{deviceId}"))["missing"]!.AsArray().Select(r => (r!["first"]!.GetValue<int>(), r["last"]!.GetValue<int>())).SequenceEqual(ranges),
        ranges.Length == 0 ? "no scan is missing" : $"missing are {string.Join(", ", ranges)}");

    public async ValueTask DisposeAsync()
    {
        if (program is not null) await program.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
