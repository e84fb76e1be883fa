using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Learning.CheckIn.Browser;
using Learning.CheckIn.Sync;
using Learning.Domain.Badges;
using Learning.Domain.Sync;

namespace Learning.CheckIn.Rosters;

/// <summary>What this phone has for working without a signal: sessions with their people, keys, revocations; and what it could have.</summary>
public sealed class RosterShelf(ServerLine line, Drain drain, TimeProvider clock)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Sessions that can be downloaded, as last told.</summary>
    public ImmutableArray<SessionOffer> Offers { get; private set; } = [];

    /// <summary>Sessions on this phone, by id.</summary>
    public IReadOnlyDictionary<string, SavedSession> Saved { get; private set; } = new Dictionary<string, SavedSession>();

    /// <summary>The key set.</summary>
    public BadgeKey[] Keys { get; private set; } = [];

    /// <summary>Revoked badges.</summary>
    public IReadOnlySet<string> Revocations { get; private set; } = new HashSet<string>();

    /// <summary>Any of it changed.</summary>
    public event Action? Changed;

    /// <summary>Reads it from the disk.</summary>
    public async Task Read()
    {
        var json = await Store.Sessions();
        var sessions = JsonSerializer.Deserialize(json, FieldJson.Default.BundleSessionArray)!;
        var downloaded = JsonSerializer.Deserialize(json, FieldJson.Default.DownloadedArray)!;
        Saved = sessions.Zip(downloaded, (session, row) => new SavedSession(session, row.DownloadedAt)).ToDictionary(s => s.Session.SessionId, StringComparer.Ordinal);
        Keys = await Store.Fact("keys") is { } keys ? JsonSerializer.Deserialize(keys, FieldJson.Default.BadgeKeyArray)! : [];
        Revocations = await Store.Fact("revocations") is { } revoked ? JsonSerializer.Deserialize(revoked, FieldJson.Default.StringArray)!.ToHashSet(StringComparer.Ordinal) : new HashSet<string>();
        Offers = await Store.Fact("offers") is { } offers ? JsonSerializer.Deserialize(offers, FieldJson.Default.OffersAnswer)!.Sessions : [];
        Changed?.Invoke();
    }

    /// <summary>Asks which sessions there are.</summary>
    public async Task<DownloadResult> AskOffers()
    {
        var reply = await line.Call("GET", "/api/sync/sessions", null, Limit);
        if (reply.Status != 200 || reply.Read(FieldJson.Default.OffersAnswer) is not { } answer) return await Refused(reply);
        await Store.SetFact("offers", JsonSerializer.Serialize(answer, FieldJson.Default.OffersAnswer));
        await line.Heard(answer.ServerTime);
        await Read();
        return DownloadResult.Done;
    }

    /// <summary>Downloads sessions, or what is new of them.</summary>
    /// <param name="sessionIds">Which.</param>
    public async Task<DownloadResult> Download(IReadOnlyCollection<string> sessionIds)
    {
        if (sessionIds.Count == 0) return DownloadResult.Done;
        // Upload before download: what comes then already has what this phone did.
        await drain.Run(byHand: false);
        var since = Keys.Length > 0 && await Store.Fact("revokedAsOf") is { } json
            ? JsonSerializer.Deserialize(json, FieldJson.Default.DateTimeOffset).ToString("O", CultureInfo.InvariantCulture)
            : null;
        var path = $"/api/sync/bundle?sessions={Uri.EscapeDataString(string.Join(',', sessionIds))}{(since is null ? "" : $"&since={Uri.EscapeDataString(since)}")}";
        var reply = await line.Call("GET", path, null, Limit);
        if (reply.Status == 404 && reply.Read(FieldJson.Default.ServerProblem) is not null) return await OneByOne(sessionIds);
        if (reply.Status != 200 || reply.Read(FieldJson.Default.BundleAnswer) is not { } answer) return await Refused(reply);
        await Store.PutSessions(reply.Body!, since is not null, clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
        await line.Heard(answer.ServerTime);
        await Read();
        await Prune();
        return DownloadResult.Done;
    }

    private async Task<DownloadResult> OneByOne(IReadOnlyCollection<string> sessionIds)
    {
        if (sessionIds.Count == 1)
        {
            await Store.RemoveSession(sessionIds.Single());
            await Read();
            return DownloadResult.Gone;
        }

        var results = new List<DownloadResult>();
        foreach (var id in sessionIds) results.Add(await Download([id]));
        return results.Contains(DownloadResult.Done) ? DownloadResult.Done : results[0];
    }

    private async Task<DownloadResult> Refused(ServerReply reply)
    {
        switch (reply.Status)
        {
            case 401:
                line.AsksToSignIn();
                return DownloadResult.SignIn;
            // Our server's word, not a stranger's page: the phone is revoked, or its grant has ended.
            case 403 when reply.Read(FieldJson.Default.ServerProblem) is not null:
                await Store.WipeRosters();
                await Read();
                line.IsRevoked();
                return DownloadResult.Revoked;
            default:
                line.Silent();
                return DownloadResult.Offline;
        }
    }

    private async Task Prune()
    {
        var closed = ScanRetention.Closed(Saved.Values.Select(s => s.Session)).ToArray();
        if (closed.Length > 0) await Store.Prune(ScanRetention.Before(clock.GetUtcNow()).ToString("O", CultureInfo.InvariantCulture), closed);
    }
}
