using Learning.Contracts.Badges;
using Learning.Domain.Badges;
using Learning.Grains.Active;
using Learning.Grains.State;

namespace Learning.Grains.Badges;

/// <inheritdoc cref="IBadgeGrain"/>
public sealed class BadgeGrain([PersistentState("badge")] IPersistentState<StoredBadge> state, ActiveFacts<BadgeHolder> active) : Grain, IBadgeGrain
{
    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        active.Say(this, state.State.Holder);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        active.TakeBack(this);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<BadgeHolder?> Get() => Task.FromResult(state.State.Holder);

    /// <inheritdoc/>
    public async Task Put(BadgeHolder holder)
    {
        if (state.State.Holder == holder) return;
        await state.Write(new StoredBadge { Holder = holder });
        active.Say(this, holder);
    }
}
