using System.Collections.Concurrent;
using Orleans;

namespace Learning.Tests.Grains;

/// <summary>Stops a call to a grain on its way, so that a test can let something else happen in between.</summary>
public sealed class HeldCalls : IIncomingGrainCallFilter
{
    private readonly ConcurrentDictionary<(string Grain, string Method), HeldCall> held = new();

    /// <summary>Holds the next call of that method to that grain.</summary>
    public HeldCall Next(string grainKey, string method) => held[(grainKey, method)] = new HeldCall();

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        if (!held.IsEmpty && context.TargetId.Key.ToString() is { } key && held.TryRemove((key, context.MethodName), out var call)) await call.Wait();
        await context.Invoke();
    }
}
