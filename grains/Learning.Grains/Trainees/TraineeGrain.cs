using System.Collections.Immutable;
using Learning.Contracts.Badges;
using Learning.Contracts.Trainees;
using Learning.Domain.Badges;
using Learning.Domain.Ids;
using Learning.Domain.Trainees;
using Learning.Grains.Active;
using Learning.Grains.State;

namespace Learning.Grains.Trainees;

/// <inheritdoc cref="ITraineeGrain"/>
public sealed class TraineeGrain([PersistentState("trainee")] IPersistentState<StoredTrainee> state, ActiveFacts<Trainee> active, TimeProvider clock) : Grain, ITraineeGrain
{
    private const int TriesBeforeLock = 5;
    private static readonly TimeSpan Lock = TimeSpan.FromMinutes(15);

    private Trainee? Trainee => state.State.Trainee;

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        active.Say(this, Trainee);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        active.TakeBack(this);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<Trainee?> Get() => Task.FromResult(Trainee);

    /// <inheritdoc/>
    public async Task<Trainee> Register(Profile profile, string by)
    {
        var next = Trainee is { } known
            ? known with { Profile = known.Profile.FilledFrom(profile), Retracted = false }
            : new Trainee { Id = this.GetPrimaryKeyString(), Profile = profile, RegisteredAt = clock.GetUtcNow(), RegisteredBy = by };
        if (next != Trainee) await Write(next);
        return next;
    }

    /// <inheritdoc/>
    public async Task<OperationResult> Update(Profile profile)
    {
        if (Trainee is null) return OperationResult.Refused("trainee.unknown");
        if (Trainee.Profile != profile) await Write(Trainee with { Profile = profile });
        return OperationResult.Done;
    }

    /// <inheritdoc/>
    public async Task<OperationResult> IssueBadge(Badge badge)
    {
        if (Trainee is null) return OperationResult.Refused("trainee.unknown");
        // First whose it is, then that it is theirs: a crash in between leaves a badge that nobody was given.
        await BadgeGrain(badge.Id).Put(HolderOf(Trainee.Badges.FirstOrDefault(b => b.Id == badge.Id) ?? badge));
        if (Trainee.Badges.All(b => b.Id != badge.Id))
        {
            var now = clock.GetUtcNow();
            await Write(Trainee with { Badges = [.. Trainee.Badges.Select(b => b with { RevokedAt = b.RevokedAt ?? now }), badge] });
        }

        await TellRevoked();
        return OperationResult.Done;
    }

    /// <inheritdoc/>
    public async Task<OperationResult> RevokeBadge(string badgeId)
    {
        if (Trainee?.Badges.Any(b => b.Id == badgeId) != true) return OperationResult.Refused("badge.unknown");
        var now = clock.GetUtcNow();
        if (Trainee.Badges.Any(b => b.Id == badgeId && b.RevokedAt is null))
            await Write(Trainee with { Badges = [.. Trainee.Badges.Select(b => b.Id == badgeId ? b with { RevokedAt = now } : b)] });
        await TellRevoked();
        return OperationResult.Done;
    }

    /// <inheritdoc/>
    public Task AddCertificate(string number) =>
        Trainee is null || Trainee.Certificates.Contains(number) ? Task.CompletedTask : Write(Trainee with { Certificates = Trainee.Certificates.Add(number) });

    /// <inheritdoc/>
    public async Task<OperationResult> SetPin(string pin)
    {
        if (Trainee is null) return OperationResult.Refused("trainee.unknown");
        if (!Pin.IsWellFormed(pin)) return OperationResult.Refused("pin.form", "pin");
        await Write(state.State with { Trainee = Trainee with { HasPin = true }, PinDigest = Pin.Digest(pin), WrongPins = 0, PinLockedUntil = null });
        return OperationResult.Done;
    }

    /// <inheritdoc/>
    public async Task<PinCheck> TryPin(string pin)
    {
        if (state.State.PinDigest is not { } digest) return PinCheck.None;
        var now = clock.GetUtcNow();
        if (state.State.PinLockedUntil > now) return PinCheck.Locked;
        if (Pin.IsWellFormed(pin) && Pin.Matches(pin, digest))
        {
            if (state.State.WrongPins > 0) await state.Write(state.State with { WrongPins = 0, PinLockedUntil = null });
            return PinCheck.Right;
        }

        var wrong = state.State.WrongPins + 1;
        await state.Write(wrong < TriesBeforeLock
            ? state.State with { WrongPins = wrong }
            : state.State with { WrongPins = 0, PinLockedUntil = now + Lock });
        return wrong < TriesBeforeLock ? PinCheck.Wrong : PinCheck.Locked;
    }

    /// <inheritdoc/>
    public Task Retract(string importId) =>
        // A record that others were merged into holds people whom the import did not bring.
        Trainee is { Retracted: false, OtherRecords.IsEmpty: true } && Trainee.RegisteredBy == $"import:{importId}" ? Write(Trainee with { Retracted = true }) : Task.CompletedTask;

    /// <inheritdoc/>
    public async Task<MergeOutcome> MergeInto(MergeRequest request)
    {
        if (Trainee is null) return MergeOutcome.Refused("trainee.unknown");
        if (Trainee.Merges.FirstOrDefault(m => m.Request == request.Request) is { } done) return MergeOutcome.Done(done);
        if (Trainee.Merge is not null) return MergeOutcome.Refused("merge.already");
        var merge = new Merge(MergeId.Of(Trainee.Id, Trainee.Merges.Length + 1), request.Into, request.By, clock.GetUtcNow(), request.Reason, request.Request);
        await Write(Trainee with { Merges = Trainee.Merges.Add(merge) });
        return MergeOutcome.Done(merge);
    }

    /// <inheritdoc/>
    public async Task<MergeOutcome> UndoMerge(string mergeId, string by)
    {
        if (Trainee?.Merges.FirstOrDefault(m => m.Id == mergeId) is not { } merge) return MergeOutcome.Refused("merge.unknown");
        if (merge.Undone is not null) return MergeOutcome.Done(merge);
        var undone = merge with { Undone = new MergeUndo(by, clock.GetUtcNow()) };
        await Write(Trainee with { Merges = Trainee.Merges.Replace(merge, undone) });
        return MergeOutcome.Done(undone);
    }

    /// <inheritdoc/>
    public Task AddRecord(string traineeId) =>
        Trainee is null || Trainee.OtherRecords.Contains(traineeId) ? Task.CompletedTask : Write(Trainee with { OtherRecords = Trainee.OtherRecords.Add(traineeId) });

    /// <inheritdoc/>
    public Task RemoveRecord(string traineeId) =>
        Trainee?.OtherRecords.Contains(traineeId) == true ? Write(Trainee with { OtherRecords = Trainee.OtherRecords.Remove(traineeId) }) : Task.CompletedTask;

    private Task TellRevoked() => Task.WhenAll(Trainee!.Badges.Where(b => b.RevokedAt is not null).Select(b => BadgeGrain(b.Id).Put(HolderOf(b))));

    private BadgeHolder HolderOf(Badge badge) => new(this.GetPrimaryKeyString(), badge.NotBefore, badge.NotAfter, badge.RevokedAt);

    private IBadgeGrain BadgeGrain(string id) => GrainFactory.GetGrain<IBadgeGrain>(id);

    private Task Write(Trainee next) => Write(state.State with { Trainee = next });

    private async Task Write(StoredTrainee next)
    {
        await state.Write(next);
        active.Say(this, Trainee);
    }
}
