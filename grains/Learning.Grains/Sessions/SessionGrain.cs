using System.Collections.Immutable;
using Learning.Contracts.Cohorts;
using Learning.Contracts.Sessions;
using Learning.Domain.Checkin;
using Learning.Domain.Ids;
using Learning.Domain.Sessions;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Concurrency;
using Orleans.Providers;
using Orleans.Storage;

namespace Learning.Grains.Sessions;

/// <summary>
/// The hot write. Reentrant, so that everybody checking in at once shares the next write (<see cref="SessionPages"/>).
/// Between two awaits the log and what is to be written change together.
/// </summary>
[Reentrant]
public sealed class SessionGrain(
    [PersistentState("session")] IPersistentState<StoredSession> state,
    ScanResolution resolution,
    ISessionPageReader pageReader,
    [FromKeyedServices(ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME)] IGrainStorage storage,
    TimeProvider clock) : Grain, ISessionGrain
{
    private SessionLog log = new([], [], []);
    private SessionPages? pages;
    private Task lastScans = Task.CompletedTask;
    private Task lastState = Task.CompletedTask;
    private bool cohortStarted;

    private string Id => this.GetPrimaryKeyString();

    /// <summary>Completes once everything that the log says is on disk.</summary>
    private Task Durable => lastState.IsCompletedSuccessfully ? lastScans : Task.WhenAll(lastScans, lastState);

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var written = await pageReader.Read(Id);
        // Whoever changes the state writes it first and a page after that: with the page comes the state that was before it. Without it, that page's number is this
        // activation's next, and only one of the two can write it.
        if (written.Count > 0) await state.ReadStateAsync();
        var whole = WholeSession.Of(state.State, written);
        log = whole.Log();
        pages = new SessionPages(storage, GrainContext.GrainId, whole.NextPage);
    }

    /// <inheritdoc/>
    public async Task Frame(SessionFrame frame)
    {
        if (state.State.Frame?.IsSameAs(frame) != true)
        {
            state.State = state.State with { Frame = frame };
            CommitState();
        }

        // Before anybody was there and while it is open, another activation could do nothing wrong.
        await (frame.Closed || pages!.HasAny ? CommitPage([]) : Durable);
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<ScanResult>> Record(ScanUpload upload)
    {
        SessionFrame? frame;
        ImmutableArray<ResolvedScan> resolved;
        do
        {
            frame = await Framed();
            if (frame is null) return RefuseAll(upload, ReviewReason.UnknownSession);
            if (!await resolution.MayCheckIn(Id, frame, upload.Trainer)) return RefuseAll(upload, ReviewReason.NotYours);
            resolved = await resolution.Resolve(Id, frame, upload, log);
        }
        // Closed or moved meanwhile: whoever closes has counted already and must not miss a scan that is stored as if in time.
        while (state.State.Frame is { } current && !current.IsSameAs(frame));

        var taken = new List<RecordedScan>(resolved.Length);
        var stored = new RecordedScan?[resolved.Length];
        for (var i = 0; i < resolved.Length; i++)
        {
            if (resolved[i].Scan is not { } scan) continue;
            // Looked for only now, because the same scan may have come by another upload while this one was being resolved.
            stored[i] = log.Find(scan.ScanId);
            if (stored[i] is not null) continue;
            if (ScanFlags.IsShared(scan, log))
            {
                scan = scan with { Flags = scan.Flags.Add(ReviewReason.SharedDevice) };
                resolved = resolved.SetItem(i, resolved[i] with { Scan = scan });
            }

            log.Add(scan);
            taken.Add(scan);
        }

        // A replay, too, is acknowledged only once the write that brought the scan is done.
        await (taken.Count > 0 ? CommitScans(taken) : Durable);
        // What is answered may rest on a correction or a decision that is just being written.
        await lastState;
        await TellCohortOfFirstMark();
        var now = clock.GetUtcNow();
        return [.. resolved.Select((r, i) => Answer.To(r, stored[i], log, now))];
    }

    /// <inheritdoc/>
    public async Task<OperationResult> Correct(ImmutableArray<Correction> corrections)
    {
        if (await Framed() is null) return OperationResult.Refused("session.unknown");
        var unknown = await resolution.Admit(Id, corrections.Where(c => c.Mark is not null).Select(c => c.TraineeId).Distinct());
        if (unknown is not null) return OperationResult.Refused("trainee.unknown", "traineeId");
        foreach (var correction in corrections.Where(c => !log.Has(c.Id)))
        {
            log.Add(correction);
            state.State = state.State with { Corrections = state.State.Corrections.Add(correction) };
        }

        await Commit([]);
        await TellCohortOfFirstMark();
        return OperationResult.Done;
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<ReviewOutcome>> Review(ImmutableArray<ScanReview> reviews)
    {
        if (await Framed() is null) return [.. reviews.Select(r => new ReviewOutcome(r.ScanId, null, "session.unknown"))];
        // Whoever counts from now on has a place from now on; those who waited were not given one.
        await resolution.Admit(Id, reviews.Where(r => r.Verdict == ReviewVerdict.Accept && ReviewRule.Refusal(log, r.ScanId, r.Verdict) is null)
            .Select(r => log.Find(r.ScanId)!.TraineeId).OfType<string>().Distinct());
        var (outcomes, changed) = (new string?[reviews.Length], false);
        for (var i = 0; i < reviews.Length; i++)
        {
            var review = reviews[i];
            if (log.Has(review.Id) || log.ReviewOf(review.ScanId)?.Verdict == review.Verdict) continue;
            outcomes[i] = ReviewRule.Refusal(log, review.ScanId, review.Verdict);
            if (outcomes[i] is not null) continue;
            log.Add(review);
            state.State = state.State with { Reviews = state.State.Reviews.Add(review) };
            changed = true;
        }

        await (changed ? Commit([]) : Durable);
        await TellCohortOfFirstMark();
        return [.. reviews.Zip(outcomes, (r, refused) => new ReviewOutcome(r.ScanId, log.Find(r.ScanId) is { } scan ? log.EffectOf(scan) : null, refused))];
    }

    /// <inheritdoc/>
    public async Task<OperationResult> SetHeadcount(ImmutableArray<HeadcountCell> cells, string by)
    {
        if (await Framed() is null) return OperationResult.Refused("session.unknown");
        state.State = state.State with { Headcount = cells };
        await Commit([]);
        return OperationResult.Done;
    }

    /// <inheritdoc/>
    public async Task Import(SessionFrame frame, string importId, ImmutableArray<ImportedPresence> present)
    {
        var now = clock.GetUtcNow();
        var scans = present.Select(p => PaperScans.Of(Id, frame, importId, p, now, log)).Where(s => log.Find(s.ScanId) is null).ToList();
        foreach (var scan in scans) log.Add(scan);
        state.State = state.State with { Frame = frame };
        await Commit(scans);
    }

    /// <inheritdoc/>
    public async Task UndoImport(string importId)
    {
        var now = clock.GetUtcNow();
        var voids = log.Scans
            .Where(s => s.Kind == ScanKind.In && s.DeviceId == PaperScans.DeviceOf(importId) && !log.IsVoided(s.ScanId))
            .Select(s => PaperScans.VoidOf(s, now)).ToList();
        foreach (var scan in voids) log.Add(scan);
        await (voids.Count > 0 ? CommitScans(voids) : Durable);
    }

    /// <inheritdoc/>
    public async Task<Attendance?> Attendance()
    {
        var frame = await Framed();
        await Durable;
        return frame is null ? null : new Attendance
        {
            SessionId = Id,
            Frame = frame,
            Marks = [.. log.Marks()],
            Headcount = state.State.Headcount,
            Scans = [.. log.Scans],
            Corrections = state.State.Corrections,
            Reviews = state.State.Reviews,
        };
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<string>> Attended()
    {
        await Durable;
        return [.. log.Marks().Where(m => m.Mark?.Attended() == true).Select(m => m.TraineeId)];
    }

    private ImmutableArray<ScanResult> RefuseAll(ScanUpload upload, string reason) =>
        [.. upload.Items.Select(item => Answer.Quarantined(item, reason, clock.GetUtcNow()))];

    private async Task<SessionFrame?> Framed()
    {
        if (state.State.Frame is { } frame) return frame;
        // The cohort may have crashed between writing its plan and telling its sessions.
        return SessionId.TryParse(Id, out var cohortId, out var number)
            ? await GrainFactory.GetGrain<ICohortGrain>(cohortId).Frame(number)
            : null;
    }

    private async Task TellCohortOfFirstMark()
    {
        if (cohortStarted || state.State.Frame?.Closed == true || !log.Trainees.Any(id => log.MarkOf(id)?.Mark is not null)) return;
        _ = SessionId.TryParse(Id, out var cohortId, out _);
        await GrainFactory.GetGrain<ICohortGrain>(cohortId).Started();
        cohortStarted = true;
    }

    private Task CommitScans(IReadOnlyCollection<RecordedScan> taken) => lastScans = OrLeave(pages!.Append(taken));

    private void CommitState() => lastState = OrLeave(state.WriteStateAsync());

    /// <summary>The state as it is now, and a page behind it.</summary>
    private Task Commit(IReadOnlyCollection<RecordedScan> scans)
    {
        CommitState();
        return CommitPage(scans);
    }

    /// <summary>After the state, a page with scans or none: another activation that has not heard of the state would write that page's number, and one of the two fails.</summary>
    private Task CommitPage(IReadOnlyCollection<RecordedScan> scans)
    {
        return lastState = After(lastState);

        async Task After(Task written)
        {
            await written;
            await CommitScans(scans);
        }
    }

    private async Task OrLeave(Task write)
    {
        try
        {
            await write;
        }
        catch
        {
            // What is in memory may not be on disk: let the next activation read what is. Callers hear the failure and retry.
            DeactivateOnIdle();
            throw;
        }
    }
}
