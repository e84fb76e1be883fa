using Learning.Contracts.Requests;
using Learning.Domain.Requests;
using Learning.Grains.State;

namespace Learning.Grains.Requests;

/// <inheritdoc cref="IRequestGrain"/>
public sealed class RequestGrain([PersistentState("request")] IPersistentState<StoredRequest> state) : Grain, IRequestGrain
{
    /// <inheritdoc/>
    public async Task<RequestStanding> Begin(string digest)
    {
        if (state.State.Digest is null) await state.Write(state.State with { Digest = digest });
        return state.State.Digest == digest ? new RequestStanding(true, state.State.Answer) : new RequestStanding(false, null);
    }

    /// <inheritdoc/>
    public Task Keep(KeptAnswer answer) =>
        state.State.Answer is null ? state.Write(state.State with { Answer = answer }) : Task.CompletedTask;
}
