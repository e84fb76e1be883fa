using System.Collections.Immutable;
using Learning.Contracts.Cohorts;
using Learning.Contracts.Sessions;
using Learning.Domain.Cohorts;
using Learning.Domain.Ids;
using Learning.Domain.Sessions;
using Learning.Grains.Active;
using Learning.Grains.Certificates;
using Learning.Grains.State;

namespace Learning.Grains.Cohorts;

/// <inheritdoc cref="ICohortGrain"/>
public sealed class CohortGrain(
    [PersistentState("cohort")] IPersistentState<StoredCohort> state,
    CertificateIssuing certificates,
    ActiveFacts<CohortStandings> active,
    TimeProvider clock) : Grain, ICohortGrain
{
    private CohortStandings standings = new(null);

    private Cohort? Cohort => state.State.Cohort;

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        Say();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        active.TakeBack(this);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<Cohort?> Get() => Task.FromResult(Cohort);

    /// <inheritdoc/>
    public async Task<OperationResult> Plan(CohortPlan plan)
    {
        if (Cohort is { } planned) return planned.Plan.IsSameAs(plan) ? await Framed(OperationResult.Done) : OperationResult.Refused("cohort.exists");
        await Write(new Cohort { Id = this.GetPrimaryKeyString(), Plan = plan });
        return await Framed(OperationResult.Done);
    }

    /// <inheritdoc/>
    public async Task<OperationResult> Replan(CohortPlan plan)
    {
        if (Cohort is not { } cohort) return OperationResult.Refused("cohort.unknown");
        if (!cohort.TakesPeople()) return OperationResult.Refused("cohort.over");
        if (plan.Course != cohort.Plan.Course || plan.RegionCode != cohort.Plan.RegionCode || plan.Sessions.Length != cohort.Plan.Sessions.Length)
            return OperationResult.Refused("cohort.fixed");
        var moved = cohort.Plan.Sessions.Where((before, i) => before.Date != plan.Sessions[i].Date);
        await Write((cohort with { Plan = plan, Moved = [.. cohort.Moved, .. moved] }).Promote(clock.GetUtcNow()));
        return await Framed(OperationResult.Done);
    }

    /// <inheritdoc/>
    public Task<OperationResult> Open() => Move(CohortState.Open, from: [CohortState.Planned, CohortState.Open]);

    /// <inheritdoc/>
    public Task Started() => Move(CohortState.Running, from: [CohortState.Planned, CohortState.Open]);

    /// <inheritdoc/>
    public async Task<OperationResult> Cancel()
    {
        var result = await Move(CohortState.Cancelled, from: [CohortState.Planned, CohortState.Open, CohortState.Running, CohortState.Cancelled]);
        return await Framed(result);
    }

    /// <inheritdoc/>
    public async Task<OperationResult> Close(string by)
    {
        if (Cohort is not { } cohort) return OperationResult.Refused("cohort.unknown");
        if (cohort.State == CohortState.Cancelled) return OperationResult.Refused("cohort.cancelled");
        if (cohort.State != CohortState.Closed && cohort.State != CohortState.Running) return OperationResult.Refused("cohort.notStarted");

        // Sessions close first: a scan that comes while we count is then held for review instead of being missed.
        await FrameSessions(closed: true);
        var hours = await HoursAttended(cohort);
        var at = clock.GetUtcNow();
        await Write(cohort.Settle(hours, at) with { State = CohortState.Closed, ClosedAt = cohort.ClosedAt ?? at, CertificatesIssued = cohort.ImportId is not null });
        // An imported training's certificates were given on paper then.
        if (cohort.ImportId is null) await Write(await certificates.Issue(Cohort!));
        return OperationResult.Done;
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<EnrolmentOutcome>> Enrol(ImmutableArray<EnrolmentRequest> people)
    {
        if (Cohort?.TakesPeople() != true) return Refuse(people.Select(p => p.TraineeId));
        var at = clock.GetUtcNow();
        await Write(people.Aggregate(Cohort, (cohort, who) => cohort.Enrol(who, EnrolmentMethod.Staff, at)));
        return [.. people.Select(p => Outcome(p.TraineeId))];
    }

    /// <inheritdoc/>
    public async Task<EnrolmentOutcome> Apply(EnrolmentRequest who)
    {
        if (Cohort is not { State: CohortState.Open or CohortState.Running }) return new EnrolmentOutcome(who.TraineeId, null, "cohort.notOpen");
        await Write(Cohort.Apply(who, clock.GetUtcNow()));
        return Outcome(who.TraineeId);
    }

    /// <inheritdoc/>
    public async Task<EnrolmentOutcome> Approve(string traineeId)
    {
        if (Cohort?.TakesPeople() != true) return Refuse([traineeId])[0];
        if (Cohort.Find(traineeId) is not { } asked) return new EnrolmentOutcome(traineeId, null, "enrolment.unknown");
        if (asked.State is EnrolmentState.Requested or EnrolmentState.Declined or EnrolmentState.Withdrawn)
            await Write(Cohort.Enrol(new EnrolmentRequest(traineeId, asked.Facts), asked.Method, clock.GetUtcNow()));
        return Outcome(traineeId);
    }

    /// <inheritdoc/>
    public Task<EnrolmentOutcome> Decline(string traineeId) => Release(traineeId, EnrolmentState.Declined);

    /// <inheritdoc/>
    public Task<EnrolmentOutcome> Withdraw(string traineeId) => Release(traineeId, EnrolmentState.Withdrawn);

    /// <inheritdoc/>
    public async Task<EnrolmentOutcome> AdmitWalkIn(EnrolmentRequest who)
    {
        if (Cohort is null or { State: CohortState.Cancelled }) return Refuse([who.TraineeId])[0];
        await Write(Cohort.AdmitWalkIn(who, clock.GetUtcNow()));
        return Outcome(who.TraineeId);
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<string>> Score(ImmutableArray<Score> scores)
    {
        if (Cohort is null or { State: CohortState.Cancelled }) return [.. scores.Select(s => s.TraineeId).Distinct()];
        await Write(Cohort.Score(scores));
        return [.. scores.Select(s => s.TraineeId).Where(id => Cohort.Find(id) is null).Distinct()];
    }

    /// <inheritdoc/>
    public async Task<OperationResult> Import(ImportedTraining training)
    {
        if (Cohort is { ImportId: null }) return OperationResult.Refused("cohort.exists");
        if (Cohort is { } before && before.State != CohortState.Cancelled && before.ImportId != training.ImportId)
            return OperationResult.Refused("import.already");
        var at = clock.GetUtcNow();
        var imported = ImportRules.ToCohort(this.GetPrimaryKeyString(), training, at);

        // The sessions are written first: until the cohort itself is there, their marks count nowhere, so a crash in between
        // leaves no half-counted training behind.
        await Task.WhenAll(training.Plan.Sessions.Select(s => Session(s.Number).Import(
            ImportRules.FrameOf(imported, s),
            training.ImportId,
            [.. training.People.Where(p => p.Attended.Contains(s.Number)).Select(p => new ImportedPresence(p.RowId, p.TraineeId))])));
        await Write(imported with { RosterVersion = (Cohort?.RosterVersion ?? 0) + 1 });
        return OperationResult.Done;
    }

    /// <inheritdoc/>
    public async Task<OperationResult> UndoImport(string importId)
    {
        if (Cohort is not { } cohort || cohort.ImportId != importId) return OperationResult.Refused("cohort.unknown");
        await Write(cohort with { State = CohortState.Cancelled });
        await Task.WhenAll(cohort.Plan.Sessions.Select(s => Session(s.Number).UndoImport(importId)));
        return OperationResult.Done;
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<EnrolmentState?>> Standing(ImmutableArray<string> traineeIds) => Task.FromResult(standings.Of(traineeIds));

    /// <inheritdoc/>
    public Task<SessionFrame?> Frame(int number) => Task.FromResult(
        Cohort?.Plan.Sessions.FirstOrDefault(s => s.Number == number) is { } session ? FrameOf(Cohort, session, IsOver(Cohort)) : null);

    private async Task<EnrolmentOutcome> Release(string traineeId, EnrolmentState to)
    {
        if (Cohort?.TakesPeople() != true) return Refuse([traineeId])[0];
        if (Cohort.Find(traineeId) is null) return new EnrolmentOutcome(traineeId, null, "enrolment.unknown");
        await Write(Cohort.Release(traineeId, to, clock.GetUtcNow()));
        return Outcome(traineeId);
    }

    private async Task<OperationResult> Move(CohortState to, CohortState[] from)
    {
        if (Cohort is not { } cohort) return OperationResult.Refused("cohort.unknown");
        if (!from.Contains(cohort.State)) return OperationResult.Refused("cohort.over");
        if (cohort.State != to) await Write(cohort with { State = to });
        return OperationResult.Done;
    }

    private async Task<IReadOnlyDictionary<string, decimal>> HoursAttended(Cohort cohort)
    {
        var attended = await Task.WhenAll(cohort.Plan.Sessions.Select(async s => (s.Hours, Who: await Session(s.Number).Attended())));
        return attended.SelectMany(s => s.Who.Select(id => (id, s.Hours))).GroupBy(x => x.id).ToDictionary(g => g.Key, g => g.Sum(x => x.Hours));
    }

    private async Task<OperationResult> Framed(OperationResult result)
    {
        if (result.IsDone) await FrameSessions(IsOver(Cohort!));
        return result;
    }

    private Task FrameSessions(bool closed) =>
        Task.WhenAll(Cohort!.Plan.Sessions.Select(s => Session(s.Number).Frame(FrameOf(Cohort, s, closed))));

    private static bool IsOver(Cohort cohort) => cohort.State is CohortState.Closed or CohortState.Cancelled;

    private static SessionFrame FrameOf(Cohort cohort, SessionPlan session, bool closed) => new()
    {
        Plan = session,
        RegionCode = cohort.Plan.RegionCode,
        TimeZone = cohort.Plan.TimeZone,
        Closed = closed,
        Trainers = cohort.Plan.Trainers,
        EarlierDates = [.. cohort.Moved.Where(m => m.Number == session.Number).Select(m => m.Date)],
    };

    private ISessionGrain Session(int number) => GrainFactory.GetGrain<ISessionGrain>(SessionId.Of(this.GetPrimaryKeyString(), number));

    private EnrolmentOutcome Outcome(string traineeId) => new(traineeId, Cohort!.Find(traineeId)?.State);

    private ImmutableArray<EnrolmentOutcome> Refuse(IEnumerable<string> traineeIds) =>
        [.. traineeIds.Select(id => new EnrolmentOutcome(id, null, Cohort is null ? "cohort.unknown" : "cohort.over"))];

    private async Task Write(Cohort next)
    {
        if (ReferenceEquals(next, Cohort)) return;
        await state.Write(new StoredCohort { Cohort = next });
        Say();
    }

    private void Say()
    {
        standings = new(Cohort);
        active.Say(this, standings);
    }
}
