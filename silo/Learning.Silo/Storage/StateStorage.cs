using Learning.Grains.Sessions;
using Learning.Silo.Changes;
using Orleans.Runtime;
using Orleans.Storage;

namespace Learning.Silo.Storage;

/// <summary>The default grain storage: the ADO.NET provider under keys that can't be mistaken, and a hint to the projectors after each write.</summary>
/// <param name="provider">Microsoft.Orleans.Persistence.AdoNet.</param>
/// <param name="hint">Wakes projectors of this process.</param>
internal sealed class StateStorage(IGrainStorage provider, ChangeHint hint) : IGrainStorage
{
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        ReadStateAsync(stateName, grainId, grainState, CancellationToken.None);

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken) =>
        provider.ReadStateAsync(stateName, StoredKey.Of(grainId), grainState, cancellationToken);

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        WriteStateAsync(stateName, grainId, grainState, CancellationToken.None);

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken)
    {
        await provider.WriteStateAsync(stateName, StoredKey.Of(grainId), grainState, cancellationToken);
        hint.Changed(StoredSessionPage.Changed(stateName, grainId.Key.ToString()!));
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        ClearStateAsync(stateName, grainId, grainState, CancellationToken.None);

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken)
    {
        await provider.ClearStateAsync(stateName, StoredKey.Of(grainId), grainState, cancellationToken);
        hint.Changed(grainId.Key.ToString()!);
    }
}
