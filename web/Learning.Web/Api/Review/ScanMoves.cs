using System.Collections.Immutable;
using System.Security.Claims;
using Learning.Contracts.Devices;
using Learning.Contracts.Sessions;
using Learning.Domain.Checkin;
using Learning.Domain.Cohorts;
using Learning.Domain.Devices;
using Learning.Domain.Ids;
using Learning.Domain.Sessions;
using Learning.Web.Accounts;
using Learning.Web.Api.Cohorts;
using Learning.Web.Api.Problems;
using Learning.Web.Api.Sync;
using Learning.Web.Audit;

namespace Learning.Web.Api.Review;

/// <summary>
/// Moves scans to the session they belong to: for administrators, and for trainers of both cohorts. The right session stores
/// them first; only then does the wrong one take them back. Cut off in between, a person counts at both until the move is made
/// again, and nobody's attendance is lost.
/// </summary>
public sealed class ScanMoves(IGrainFactory grains, CohortAccess access, IAuditLog audit, TimeProvider clock)
{
    /// <summary>Moves every scan of some people that is in force at one session.</summary>
    /// <param name="user">Who moves.</param>
    /// <param name="from">The wrong session, in its one form.</param>
    /// <param name="traineeIds">Whose scans.</param>
    /// <param name="to">The right session, in its one form.</param>
    /// <param name="reason">Why.</param>
    /// <returns>One outcome a person, in the same order; or why nobody was moved.</returns>
    public async Task<(ImmutableArray<MoveOutcome> Outcomes, Problem? Refusal)> Move(ClaimsPrincipal user, string from, IReadOnlyList<string> traineeIds, string to, string reason)
    {
        if (await Refusal(user, from) is { } notFrom) return ([], notFrom);
        if (await RefusalOfTarget(user, to) is { } notTo) return ([], notTo);
        var source = grains.GetGrain<ISessionGrain>(from);
        var log = (await source.Attendance())!.Log();
        var scans = traineeIds.SelectMany(log.ScansOf).Where(s => log.EffectOf(s) is not (ScanEffect.Voided or ScanEffect.Rejected)).ToList();

        var taken = await Store(to, log, scans);
        await TakeBack(source, from, to, log, [.. scans.Where(s => taken[s.ScanId].Status != ScanStatus.Quarantined)], Caller.Of(user).Actor, reason);
        var outcomes = traineeIds.Select(id => Outcome(id, [.. scans.Where(s => s.TraineeId == id).Select(s => taken[s.ScanId])])).ToImmutableArray();
        await audit.Note(user, "session.move", from, $"{to} {string.Join(' ', outcomes.Where(o => o.Scans > 0).Select(o => o.TraineeId))}");
        return (outcomes, null);
    }

    /// <summary>Dismisses items that a device keeps because no session could take them, or moves them to a session.</summary>
    /// <param name="user">Who decides.</param>
    /// <param name="deviceId">The device.</param>
    /// <param name="itemIds">The items.</param>
    /// <param name="to">The session, in its one form; <see langword="null"/> to dismiss them.</param>
    /// <param name="reason">Why.</param>
    /// <returns>One outcome an item, in the same order; or why nothing was decided.</returns>
    public async Task<(ImmutableArray<QuarantineOutcome> Outcomes, Problem? Refusal)> Settle(
        ClaimsPrincipal user, string deviceId, IReadOnlyList<string> itemIds, string? to, string reason)
    {
        var caller = Caller.Of(user);
        var grain = grains.GetGrain<IDeviceGrain>(deviceId);
        if (!LearningId.IsId(deviceId) || await grain.Get() is not { } device || !(caller.IsAdministrator || caller.IsManager || IsOwn(device, caller))) return ([], Problem.NotFound);
        if (!caller.IsAdministrator && !IsOwn(device, caller)) return ([], Problem.Forbidden);
        if (to is not null && await RefusalOfTarget(user, to) is { } notTo) return ([], notTo);

        var decision = new QuarantineDecision(reason, caller.Actor, clock.GetUtcNow(), to);
        var outcomes = new List<QuarantineOutcome>();
        foreach (var id in itemIds) outcomes.Add(await Settle(device, id, to));
        await grain.Decide([.. outcomes.Where(o => o.Settled).Select(o => o.ItemId)], decision);
        await audit.Note(user, to is null ? "device.quarantine.dismiss" : "device.quarantine.move", deviceId, $"{to} {outcomes.Count(o => o.Settled)} items");
        return ([.. outcomes], null);
    }

    private async Task<QuarantineOutcome> Settle(Device device, string itemId, string? to)
    {
        if (device.Quarantine.FirstOrDefault(q => q.Id == itemId) is not { } item) return new QuarantineOutcome(itemId, false, Refused: "unknownItem");
        if (to is null || item.Decision is not null) return new QuarantineOutcome(itemId, true);
        if (item.Text is not null) return new QuarantineOutcome(itemId, false, Refused: ReviewReason.Malformed);
        ImmutableArray<string> flags = device.RevokedAt <= item.ReceivedAt ? [ReviewReason.Device] : [];
        var result = (await grains.GetGrain<ISessionGrain>(to).Record(new ScanUpload(item.DeviceId, [MovedScan.At(item.Item, to)], TimeSpan.Zero, clock.GetUtcNow(), flags)))[0];
        return result.Status == ScanStatus.Quarantined
            ? new QuarantineOutcome(itemId, false, Refused: result.Reasons[0])
            : new QuarantineOutcome(itemId, true, result.Effect);
    }

    private async Task<Dictionary<string, ScanResult>> Store(string to, SessionLog log, List<RecordedScan> scans)
    {
        var (target, now) = (grains.GetGrain<ISessionGrain>(to), clock.GetUtcNow());
        var taken = new Dictionary<string, ScanResult>(StringComparer.Ordinal);
        foreach (var some in scans.GroupBy(s => (s.DeviceId, Flags: string.Join(' ', KeptFlags(s, log)))))
        {
            var results = await target.Record(new ScanUpload(some.Key.DeviceId, [.. some.Select(s => MovedScan.At(s, to))], TimeSpan.Zero, now, KeptFlags(some.First(), log)));
            foreach (var (scan, result) in some.Zip(results)) taken[scan.ScanId] = result;
        }

        return taken;
    }

    /// <summary>Doubts about where a scan came from go with it, until somebody has decided; the others depend on the session.</summary>
    private static ImmutableArray<string> KeptFlags(RecordedScan scan, SessionLog log) =>
        log.ReviewOf(scan.ScanId) is { Verdict: ReviewVerdict.Accept } ? [] : [.. scan.Flags.Where(f => f is ReviewReason.Device or ReviewReason.SharedDevice)];

    private async Task TakeBack(ISessionGrain source, string from, string to, SessionLog log, IReadOnlyList<RecordedScan> scans, string by, string reason)
    {
        var now = clock.GetUtcNow();
        var voids = scans.Where(s => log.Find(MovedScan.VoidId(s.ScanId, to)) is null).Select(s => MovedScan.Void(s, to, from, by, reason, now)).ToImmutableArray();
        if (voids.Length > 0) await source.Record(new ScanUpload(ScanSender.Desk, voids, TimeSpan.Zero, now, []));
        // At a closed session a void waits for somebody to look; whoever moves has looked.
        var after = (await source.Attendance())!.Log();
        var waiting = scans.Select(s => after.Find(MovedScan.VoidId(s.ScanId, to))!).Where(v => v.Flags.Any(ReviewReason.WaitsForReview));
        await source.Review([.. waiting.Select(v => new ScanReview(LearningId.From("moved", v.ScanId), v.ScanId, ReviewVerdict.Accept, reason, by, now))]);
    }

    private static MoveOutcome Outcome(string traineeId, IReadOnlyList<ScanResult> results)
    {
        var stored = results.Where(r => r.Status != ScanStatus.Quarantined).ToList();
        if (stored.Count == 0) return new MoveOutcome(traineeId, 0, null, results.FirstOrDefault()?.Reasons.FirstOrDefault());
        return new MoveOutcome(traineeId, stored.Count, stored.Any(r => r.Effect != ScanEffect.Review) ? ScanEffect.Counted : ScanEffect.Review);
    }

    private async Task<Problem?> RefusalOfTarget(ClaimsPrincipal user, string sessionId)
    {
        if (await Refusal(user, sessionId) is { } refusal) return refusal.Status == StatusCodes.Status404NotFound ? Problem.Invalid("to", "session.unknown") : refusal;
        _ = SessionId.TryParse(sessionId, out var cohortId, out _);
        return (await access.Change(user, cohortId)).Cohort!.State == CohortState.Cancelled ? new Problem(StatusCodes.Status409Conflict, "cohort.cancelled") : null;
    }

    private async Task<Problem?> Refusal(ClaimsPrincipal user, string sessionId)
    {
        _ = SessionId.TryParse(sessionId, out var cohortId, out _);
        var (_, refusal) = await access.Change(user, cohortId);
        return refusal ?? (await grains.GetGrain<ISessionGrain>(sessionId).Attendance() is null ? Problem.NotFound : null);
    }

    private static bool IsOwn(Device device, Caller caller) => string.Equals(device.Owner, caller.UserName, StringComparison.OrdinalIgnoreCase);
}
