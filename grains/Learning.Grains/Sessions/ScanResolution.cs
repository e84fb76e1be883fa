using System.Collections.Immutable;
using Learning.Contracts.Cohorts;
using Learning.Contracts.Trainees;
using Learning.Domain.Badges;
using Learning.Domain.Checkin;
using Learning.Domain.Cohorts;
using Learning.Domain.Ids;
using Learning.Domain.Sessions;
using Learning.Domain.Trainees;
using Learning.Grains.Active;

namespace Learning.Grains.Sessions;

/// <summary>
/// Looks up everything that uploaded scans name - badges, people, where they stand with the cohort - so that the session can
/// then store them without another await. Enrols walk-ins on the way; that is safe to repeat.
/// </summary>
public sealed class ScanResolution(IGrainFactory grains, GrainReads reads)
{
    private sealed record Person(string? TraineeId, BadgeHolder? Badge = null, string? Refused = null);

    /// <summary>Looks the items up.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="frame">Its day and place.</param>
    /// <param name="upload">The items.</param>
    /// <param name="log">The session's log; items it already holds are not looked up again.</param>
    public async Task<ImmutableArray<ResolvedScan>> Resolve(string sessionId, SessionFrame frame, ScanUpload upload, SessionLog log)
    {
        var people = await Task.WhenAll(upload.Items.Select(item => Find(sessionId, item, log)));
        var ids = people.Where(p => p.TraineeId is not null).Select(p => p.TraineeId!).Distinct().ToImmutableArray();
        var standing = await Standing(sessionId, ids);

        var resolved = ImmutableArray.CreateBuilder<ResolvedScan>(upload.Items.Length);
        for (var i = 0; i < upload.Items.Length; i++)
        {
            var (item, person) = (upload.Items[i], people[i]);
            if (person.Refused is not null)
            {
                resolved.Add(new ResolvedScan(item, null, person.Refused));
                continue;
            }

            var estimate = ScanClock.Estimate(item.CapturedAt, item.LastClockOffsetMs, upload.ClockOffset, upload.ReceivedAt);
            var scan = Record(item, person, upload, estimate.At);
            // Of a replay what was found on arrival stands: its badge is not looked up again, and somebody whose scan waits must not
            // get a place by sending it twice.
            var flags = log.Find(scan.ScanId)?.Flags
                ?? (person.TraineeId is null
                    ? ScanFlags.OfVoid(frame, upload)
                    : ScanFlags.Of(scan, frame, upload, person.Badge, estimate.IsOff, standing[person.TraineeId]));
            resolved.Add(new ResolvedScan(item, scan with { Flags = flags }, null));
        }

        // Somebody whose every scan waits for review is not put on the roster by it.
        var here = resolved.Where(r => r.Scan is { TraineeId: not null } s && s.Flags.Contains(ReviewReason.WalkIn) && !s.Flags.Any(ReviewReason.WaitsForReview));
        var unknown = await Admit(sessionId, here.Select(r => r.Scan!.TraineeId!).Distinct());
        if (unknown is null) return resolved.MoveToImmutable();
        return [.. resolved.Select(r => r.Scan?.TraineeId is { } id && unknown.Contains(id) ? r with { Scan = null, Refused = ReviewReason.UnknownPerson } : r)];
    }

    /// <summary>Whether whoever sent the scans may check people in at the session.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="frame">Its frame.</param>
    /// <param name="trainer">See <see cref="ScanUpload.Trainer"/>.</param>
    public async Task<bool> MayCheckIn(string sessionId, SessionFrame frame, string? trainer)
    {
        if (trainer is null) return true;
        if (frame.Trainers?.Have(trainer) == true) return true;
        // A session from before it knew its trainers, or whose cohort crashed before it could tell.
        return (await CohortOf(sessionId).Get())?.Plan.Trainers.Have(trainer) == true;
    }

    /// <summary>Puts people who are not on the roster on it.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="traineeIds">Who.</param>
    /// <returns>Ids that are nobody's, or <see langword="null"/>.</returns>
    public async Task<IReadOnlySet<string>?> Admit(string sessionId, IEnumerable<string> traineeIds)
    {
        var ids = traineeIds.ToImmutableArray();
        if (ids.Length == 0) return null;
        var standing = await Standing(sessionId, ids);
        HashSet<string>? unknown = null;
        foreach (var id in ids.Where(id => standing[id] is not { } state || !(state.HoldsPlace() || state == EnrolmentState.Withdrawn)))
        {
            if (await grains.GetGrain<ITraineeGrain>(id).Get() is not { } trainee) (unknown ??= []).Add(id);
            else await CohortOf(sessionId).AdmitWalkIn(new EnrolmentRequest(id, trainee.Profile.AsOfNow()));
        }

        return unknown;
    }

    private async Task<Dictionary<string, EnrolmentState?>> Standing(string sessionId, ImmutableArray<string> ids)
    {
        if (ids.Length == 0) return [];
        _ = SessionId.TryParse(sessionId, out var cohortId, out _);
        var states = await reads.Standing(cohortId, ids);
        return ids.Zip(states).ToDictionary(x => x.First, x => x.Second);
    }

    private async Task<Person> Find(string sessionId, Scan item, SessionLog log)
    {
        if (!ScanShape.IsWellFormed(item)) return new Person(null, Refused: ReviewReason.Malformed);
        if (item.Kind == ScanKind.Void) return new Person(null);
        if (log.Find(item.ScanId!)?.TraineeId is { } known) return new Person(known);
        if (item.Kind == ScanKind.WalkIn) return new Person(await Register(item));
        if (item.BadgeId is { Length: > 0 } badgeId)
        {
            var holder = await reads.Badge(badgeId);
            return await Known(sessionId, holder?.TraineeId, holder);
        }

        return await Known(sessionId, item.TraineeId, null);
    }

    private async Task<Person> Known(string sessionId, string? traineeId, BadgeHolder? badge)
    {
        if (traineeId is null || await PersonRecords.Survivor(reads.Trainee, traineeId) is not { } survivor) return new Person(null, Refused: ReviewReason.UnknownPerson);
        if (survivor.OtherRecords.IsEmpty) return new Person(survivor.Id, badge);
        // Whoever ticks a line of the roster means that line, also when its record was merged into another since; a badge means the person,
        // who may have a place under any of their records.
        ImmutableArray<string> records = [.. (await grains.Records(survivor)).Select(r => r.Id)];
        if (badge is null) records = records.Insert(0, traineeId);
        var standing = await Standing(sessionId, [.. records.Distinct()]);
        return new Person(records.FirstOrDefault(id => standing[id]?.HoldsPlace() == true) ?? survivor.Id, badge);
    }

    private async Task<string> Register(Scan item)
    {
        var answer = await grains.GetGrain<IRegistrationGrain>(0).Register(new Registration
        {
            // Named by the scan, so that a repeated upload registers nobody twice.
            ProposedId = LearningId.From("walkIn", item.ScanId!),
            GivenName = item.WalkIn!.GivenName!.Trim(),
            Patronymic = item.WalkIn.Patronymic?.Trim() ?? "",
            Phone = item.WalkIn.Phone?.Trim(),
            Consents = Consent.Training,
            By = $"walkIn:{item.ScanId}",
        });
        return answer.TraineeId;
    }

    private ICohortGrain CohortOf(string sessionId)
    {
        _ = SessionId.TryParse(sessionId, out var cohortId, out _);
        return grains.GetGrain<ICohortGrain>(cohortId);
    }

    private static RecordedScan Record(Scan item, Person person, ScanUpload upload, DateTimeOffset estimate) => new()
    {
        ScanId = item.ScanId!,
        Kind = item.Kind,
        Method = item.Method,
        TraineeId = person.TraineeId,
        BadgeId = item.BadgeId,
        TargetScanId = item.TargetScanId,
        DeviceId = upload.DeviceId,
        DeviceSeq = item.DeviceSeq,
        Operator = item.Operator,
        Reason = item.Reason,
        CapturedAt = item.CapturedAt.ToUniversalTime(),
        ReceivedAt = upload.ReceivedAt,
        EstimatedAt = estimate,
        Digest = ScanDigest.Of(item),
    };
}
