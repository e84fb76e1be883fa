using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;
using Orleans.Storage;

namespace Learning.Tests.Grains;

/// <summary>Grain storage that fails when a test says so, before anything is written.</summary>
public sealed class FailingWrites
{
    private readonly ConcurrentDictionary<(string State, string Session), bool> failing = new();

    /// <summary>Fails the next write of that state by the grain with that key, or of a page of it.</summary>
    public void Next(string stateName, string key) => failing[(stateName, key)] = true;

    /// <summary>Whether a write that was to fail has not been tried yet.</summary>
    public bool IsWaiting => !failing.IsEmpty;

    /// <summary>Puts this before the default storage.</summary>
    public void Before(IServiceCollection services)
    {
        var storage = services.Last(s => s.ServiceType == typeof(IGrainStorage) && s.ServiceKey is "Default");
        services.Remove(storage);
        services.AddKeyedSingleton<IGrainStorage>("Default", (provider, key) => new Storage((IGrainStorage)storage.KeyedImplementationFactory!(provider, key), this));
    }

    private sealed class Storage(IGrainStorage storage, FailingWrites writes) : IGrainStorage
    {
        public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => storage.ReadStateAsync(stateName, grainId, grainState);

        public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
            writes.failing.TryRemove((stateName, grainId.Key.ToString()!.Split('#')[0]), out _)
                ? Task.FromException(new IOException("The disk is full."))
                : storage.WriteStateAsync(stateName, grainId, grainState);

        public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => storage.ClearStateAsync(stateName, grainId, grainState);
    }
}
