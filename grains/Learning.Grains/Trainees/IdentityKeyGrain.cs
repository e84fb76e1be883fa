using Learning.Contracts.Trainees;
using Learning.Grains.State;

namespace Learning.Grains.Trainees;

/// <inheritdoc cref="IIdentityKeyGrain"/>
public sealed class IdentityKeyGrain([PersistentState("identitykey")] IPersistentState<StoredIdentityKey> state) : Grain, IIdentityKeyGrain
{
    /// <inheritdoc/>
    public Task<string?> Holder() => Task.FromResult(state.State.TraineeId);

    /// <inheritdoc/>
    public async Task<string> Claim(string traineeId)
    {
        if (state.State.TraineeId is null) await state.Write(new StoredIdentityKey { TraineeId = traineeId });
        return state.State.TraineeId!;
    }

    /// <inheritdoc/>
    public Task Release(string traineeId) =>
        state.State.TraineeId == traineeId ? state.Write(new StoredIdentityKey()) : Task.CompletedTask;
}
