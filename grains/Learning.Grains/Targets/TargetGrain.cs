using Learning.Contracts.Targets;
using Learning.Domain.Reach;
using Learning.Domain.Reach.Targets;
using Learning.Grains.State;

namespace Learning.Grains.Targets;

/// <inheritdoc cref="ITargetGrain"/>
public sealed class TargetGrain([PersistentState("target")] IPersistentState<StoredTarget> state) : Grain, ITargetGrain
{
    /// <inheritdoc/>
    public Task<Target?> Get() => Task.FromResult(state.State.Target);

    /// <inheritdoc/>
    public async Task<Target> Set(ReachQuery query, TargetSetting setting)
    {
        var next = TargetRules.Set(state.State.Target, query, setting);
        if (!ReferenceEquals(next, state.State.Target)) await state.Write(state.State with { Target = next });
        return next;
    }
}
