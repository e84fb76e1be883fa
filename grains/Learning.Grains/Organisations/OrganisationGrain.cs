using Learning.Contracts.Organisations;
using Learning.Domain.Organisations;
using Learning.Grains.State;

namespace Learning.Grains.Organisations;

/// <inheritdoc cref="IOrganisationGrain"/>
public sealed class OrganisationGrain([PersistentState("organisation")] IPersistentState<StoredOrganisation> state) : Grain, IOrganisationGrain
{
    /// <inheritdoc/>
    public Task<Organisation?> Get() => Task.FromResult(state.State.Organisation);

    /// <inheritdoc/>
    public Task Put(Organisation organisation) =>
        state.State.Organisation == organisation ? Task.CompletedTask : state.Write(new StoredOrganisation { Organisation = organisation });
}
