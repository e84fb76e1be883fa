using Learning.Contracts.Funders;
using Learning.Domain.Funders;
using Learning.Grains.State;

namespace Learning.Grains.Funders;

/// <inheritdoc cref="IFunderGrain"/>
public sealed class FunderGrain([PersistentState("funder")] IPersistentState<StoredFunder> state) : Grain, IFunderGrain
{
    /// <inheritdoc/>
    public Task<Funder?> Get() => Task.FromResult(state.State.Funder);

    /// <inheritdoc/>
    public Task Put(Funder funder) => IsSame(state.State.Funder, funder) ? Task.CompletedTask : state.Write(new StoredFunder { Funder = funder });

    // Record equality would compare the arrays of grants by reference, and write at every start.
    private static bool IsSame(Funder? a, Funder b) => a is not null && a.Grants.SequenceEqual(b.Grants) && a with { Grants = b.Grants } == b;
}
