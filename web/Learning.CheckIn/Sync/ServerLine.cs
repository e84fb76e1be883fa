using System.Text.Json;
using Learning.CheckIn.Browser;
using Learning.CheckIn.Words;
using Learning.Domain.Checkin.Local;

namespace Learning.CheckIn.Sync;

/// <summary>The line to the server: calls it in the phone's name, and remembers whether it answered and what its clock said.</summary>
public sealed class ServerLine(TimeProvider clock, FieldWords words)
{
    private ClockContact? contact;

    /// <summary>Device id and grant, as sent; <see langword="null"/> before the phone is enrolled.</summary>
    public string? Bearer { get; set; }

    /// <summary>Whether the server answers.</summary>
    public LineState State { get; private set; }

    /// <summary>When it last answered, by this phone's clock, UTC.</summary>
    public DateTimeOffset? LastContact => contact?.At;

    /// <summary>The state changed.</summary>
    public event Action? Changed;

    /// <summary>Reads what was known of the server's clock.</summary>
    public async Task Read() =>
        contact = await Store.Fact("clock") is { } json ? JsonSerializer.Deserialize(json, FieldJson.Default.ClockContact) : null;

    /// <summary>Server clock less this phone's now, in milliseconds; <see langword="null"/> if there has been no contact.</summary>
    public long? OffsetMs => contact?.OffsetAt(clock.GetUtcNow(), (long)Handset.MonotonicMs(), Handset.BootId());

    /// <summary>The server's time as far as this phone knows it, UTC: by its own clock if there has been no contact.</summary>
    public DateTimeOffset Now => clock.GetUtcNow().AddMilliseconds(OffsetMs ?? 0);

    /// <summary>Calls the server.</summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="path">From the root.</param>
    /// <param name="body">JSON, or <see langword="null"/>.</param>
    /// <param name="limit">How long to wait.</param>
    /// <param name="bearer">Another's token; empty for none; <see langword="null"/> for the phone's own.</param>
    public async Task<ServerReply> Call(string method, string path, string? body, TimeSpan limit, string? bearer = null)
    {
        var headers = new Dictionary<string, string> { ["Accept"] = "application/json", ["Accept-Language"] = words.Language };
        if (body is not null) headers["Content-Type"] = "application/json";
        if ((bearer ?? Bearer) is { Length: > 0 } token) headers["Authorization"] = $"Bearer {token}";
        if (method == "POST") headers["Idempotency-Key"] = Guid.CreateVersion7(clock.GetUtcNow()).ToString();
        var reply = await Fetch.Call(method, path, JsonSerializer.Serialize(headers, FieldJson.Default.DictionaryStringString), body, (int)limit.TotalMilliseconds);
        return JsonSerializer.Deserialize(reply, FieldJson.Default.ServerReply)!;
    }

    /// <summary>The server gave a proper answer.</summary>
    /// <param name="serverTime">Its clock at the answer, UTC.</param>
    public async Task Heard(DateTimeOffset serverTime)
    {
        var now = clock.GetUtcNow();
        contact = new ClockContact((long)(serverTime - now).TotalMilliseconds, now, (long)Handset.MonotonicMs(), Handset.BootId());
        await Store.SetFact("clock", JsonSerializer.Serialize(contact, FieldJson.Default.ClockContact));
        Set(LineState.Online);
    }

    /// <summary>It did not.</summary>
    public void Silent() => Set(LineState.Offline);

    /// <summary>It asks for the trainer's password.</summary>
    public void AsksToSignIn() => Set(LineState.SignIn);

    /// <summary>It says that this phone was revoked.</summary>
    public void IsRevoked() => Set(LineState.Revoked);

    /// <summary>The trainer gave it.</summary>
    public void SignedIn() => Set(LineState.Online);

    private void Set(LineState next)
    {
        if (State == next) return;
        State = next;
        Changed?.Invoke();
    }
}
