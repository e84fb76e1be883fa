using Learning.Contracts.Badges;
using Learning.Domain.Badges;
using Learning.Grains.State;

namespace Learning.Grains.Badges;

/// <inheritdoc cref="IBadgeGrain"/>
public sealed class BadgeGrain([PersistentState("badge")] IPersistentState<StoredBadge> state) : Grain, IBadgeGrain
{
    /// <inheritdoc/>
    public Task<BadgeHolder?> Get() => Task.FromResult(state.State.Holder);

    /// <inheritdoc/>
    public Task Put(BadgeHolder holder) => state.State.Holder == holder ? Task.CompletedTask : state.Write(new StoredBadge { Holder = holder });
}
