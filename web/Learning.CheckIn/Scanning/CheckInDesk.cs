using System.Runtime.InteropServices.JavaScript;
using System.Text.Json;
using Learning.CheckIn.Browser;
using Learning.CheckIn.Rosters;
using Learning.CheckIn.Sync;
using Learning.Domain.Badges;
using Learning.Domain.Checkin;
using Learning.Domain.Checkin.Local;

namespace Learning.CheckIn.Scanning;

/// <summary>
/// Checking people in at one session: from a text in the camera to a verdict to a scan on the disk. One act at a time; a green
/// result is given only after its scan is written.
/// </summary>
public sealed class CheckInDesk : IDisposable
{
    private const int UndoLast = 3;

    private readonly RosterShelf shelf;
    private readonly ScanPen pen;
    private readonly Drain drain;
    private readonly SemaphoreSlim turn = new(1, 1);
    private Dictionary<string, LocalScan> scans = new(StringComparer.Ordinal);

    /// <summary>Makes one.</summary>
    /// <param name="shelf">Rosters, keys, revocations.</param>
    /// <param name="pen">Writes scans.</param>
    /// <param name="drain">Sends them.</param>
    public CheckInDesk(RosterShelf shelf, ScanPen pen, Drain drain)
    {
        (this.shelf, this.pen, this.drain) = (shelf, pen, drain);
        drain.Answered += TakeAnswers;
        shelf.Changed += Reread;
    }

    /// <summary>The session it is open for; <see langword="null"/> if it isn't on this phone.</summary>
    public SavedSession? Saved { get; private set; }

    /// <summary>Who is here.</summary>
    public LocalView View { get; private set; } = null!;

    /// <summary>Something to show changed without anybody having tapped: an answer of the server, another tab, a new roster.</summary>
    public event Action? Changed;

    /// <summary>Opens a session.</summary>
    /// <param name="sessionId">Session id.</param>
    /// <returns>Whether it is on this phone.</returns>
    public async Task<bool> Open(string sessionId)
    {
        Saved = shelf.Saved.GetValueOrDefault(sessionId);
        if (Saved is null) return false;
        await Reload();
        return true;
    }

    /// <summary>Reads this session's scans from the disk again: another tab may have written some.</summary>
    public async Task Reload()
    {
        var rows = JsonSerializer.Deserialize(await Store.ScansOf(Saved!.Session.SessionId), FieldJson.Default.ScanRowArray)!;
        scans = rows.Select(r => r.Local()).ToDictionary(s => s.ScanId, StringComparer.Ordinal);
        See();
        Changed?.Invoke();
    }

    /// <summary>The scan with that id, or <see langword="null"/>.</summary>
    /// <param name="scanId">Scan id.</param>
    public LocalScan? Find(string? scanId) => scanId is null ? null : scans.GetValueOrDefault(scanId);

    /// <summary>This phone's last scans in force, newest first: those that can be taken back with one tap.</summary>
    public IEnumerable<LocalScan> Last()
    {
        var voided = scans.Values.Where(s => s.Kind == ScanKind.Void).Select(s => s.TargetScanId).ToHashSet();
        return scans.Values.Where(s => s.Kind != ScanKind.Void && !voided.Contains(s.ScanId)).OrderByDescending(s => s.DeviceSeq).Take(UndoLast);
    }

    /// <summary>What somebody is called, or <see langword="null"/> if this phone does not know.</summary>
    /// <param name="scan">A scan of theirs.</param>
    public string? NameOf(LocalScan scan) =>
        scan.WalkIn?.DisplayName() ?? Saved!.Session.People.FirstOrDefault(p => PersonKey.OfTrainee(p.TraineeId) == scan.Person)?.Name;

    /// <summary>Takes a text from the camera, a USB scanner or the keyboard.</summary>
    /// <param name="text">As read.</param>
    public Task<ShownResult> Take(string text) => InTurn(async () =>
    {
        _ = BadgeText.TryParse(text, out var code);
        var known = Known();
        var matches = code.IsBadge && BadgeRule.KeyOf(code.Payload, known.Keys) is { } key
            && await Crypto.Matches(key.Spki, BadgeText.SignedBytes(code.PayloadBytes.Span), code.Signature.ToArray());
        return await Act(LocalJudge.OfCode(code, matches, known), code.IsBadge ? ScanMethod.Qr : ScanMethod.Search);
    });

    /// <summary>Checks in somebody found on the list.</summary>
    /// <param name="traineeId">Who.</param>
    /// <param name="method">How they were found.</param>
    public Task<ShownResult> Take(string traineeId, ScanMethod method) => InTurn(() => Act(LocalJudge.OfPerson(traineeId, Known()), method));

    /// <summary>Checks in somebody whom the phone would not have: the trainer has said "all the same".</summary>
    /// <param name="finding">What it had found.</param>
    public Task<ShownResult> TakeAnyway(LocalFinding finding) => InTurn(() =>
        Act(finding with { Stores = true }, finding.BadgeId is null ? ScanMethod.Search : ScanMethod.Qr, shown: LocalVerdict.CheckedIn));

    /// <summary>Registers somebody who is on no list, and checks them in.</summary>
    /// <param name="person">Three fields.</param>
    public Task<ShownResult> Register(WalkIn person) => InTurn(async () =>
    {
        var scan = await Write(new Scan { SessionId = Id, Kind = ScanKind.WalkIn, WalkIn = person, Method = ScanMethod.Search, LocalVerdict = Results.WordOf(LocalVerdict.CheckedIn), RosterVersion = Version }, null);
        return new ShownResult { Word = Results.WordOf(LocalVerdict.CheckedIn), Tone = "good", Name = person.DisplayName(), ScanId = scan.ScanId };
    });

    /// <summary>Takes a scan back by a void.</summary>
    /// <param name="scanId">Scan id.</param>
    public Task<ShownResult> Undo(string scanId) => InTurn(async () =>
    {
        var target = scans[scanId];
        await Write(new Scan { SessionId = Id, Kind = ScanKind.Void, Method = ScanMethod.Roster, TargetScanId = scanId, RosterVersion = Version }, target.Person);
        Camera.ForgetLast();
        return new ShownResult { Word = "undone", Tone = "neutral", Name = NameOf(target) };
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        drain.Answered -= TakeAnswers;
        shelf.Changed -= Reread;
        turn.Dispose();
    }

    private string Id => Saved!.Session.SessionId;

    private string Version => Saved!.Session.RosterVersion;

    private LocalKnowledge Known() => new(
        new LocalRoster(Saved!.Session),
        [.. shelf.Saved.Values.Where(s => s.Session.Date == Saved.Session.Date && s.Session.SessionId != Id).Select(s => new LocalRoster(s.Session))],
        shelf.Keys, shelf.Revocations, View);

    private async Task<ShownResult> Act(LocalFinding finding, ScanMethod method, LocalVerdict? shown = null)
    {
        var told = finding with { Verdict = shown ?? finding.Verdict };
        if (!finding.Stores) return Results.Of(told, null);
        var scan = await Write(
            new Scan
            {
                SessionId = Id, Method = method, BadgeId = finding.BadgeId, TraineeId = finding.BadgeId is null ? finding.Person!.TraineeId : null,
                LocalVerdict = Results.WordOf(finding.Verdict), RosterVersion = Version,
            },
            finding.PersonKey);
        return Results.Of(told with { MayOverride = false }, scan.ScanId);
    }

    private async Task<LocalScan> Write(Scan scan, string? person)
    {
        var written = await pen.Write(scan, person);
        scans.Add(written.ScanId, written);
        See();
        await drain.Count();
        drain.Nudge();
        return written;
    }

    private async Task<ShownResult> InTurn(Func<Task<ShownResult>> act)
    {
        await turn.WaitAsync();
        try
        {
            return await act();
        }
        catch (JSException e)
        {
            return Results.Failed(isFull: e.Message.Contains("full", StringComparison.Ordinal));
        }
        finally
        {
            turn.Release();
        }
    }

    private void See() => View = new LocalView(Saved!.Session, Saved.DownloadedAt, scans.Values);

    private void TakeAnswers(IReadOnlyCollection<Acknowledgement> answers)
    {
        if (Saved is null) return;
        foreach (var answer in answers)
            if (scans.TryGetValue(answer.ScanId, out var scan)) scans[answer.ScanId] = scan with { Answer = answer.Answer };
        See();
        Changed?.Invoke();
    }

    private void Reread()
    {
        if (Saved is null || shelf.Saved.GetValueOrDefault(Id) is not { } newer) return;
        Saved = newer;
        See();
        Changed?.Invoke();
    }
}
