using System.Collections.Concurrent;
using Orleans;

namespace Learning.Tests.Grains;

/// <summary>Stops a call to a grain on its way, so that a test can let something else happen in between, or lets it fail.</summary>
public sealed class HeldCalls : IIncomingGrainCallFilter
{
    private readonly ConcurrentDictionary<(string Grain, string Method), HeldCall> held = new();
    private readonly ConcurrentDictionary<(string Grain, string Method), bool> failing = new();

    /// <summary>Holds the next call of that method to that grain.</summary>
    public HeldCall Next(string grainKey, string method) => held[(grainKey, method)] = new HeldCall();

    /// <summary>Lets the next call of that method to that grain fail before it arrives.</summary>
    public void FailNext(string grainKey, string method) => failing[(grainKey, method)] = true;

    /// <summary>Whether a call that was to fail has not been tried yet.</summary>
    public bool IsFailing => !failing.IsEmpty;

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        if (!held.IsEmpty && context.TargetId.Key.ToString() is { } key && held.TryRemove((key, context.MethodName), out var call)) await call.Wait();
        if (!failing.IsEmpty && failing.TryRemove((context.TargetId.Key.ToString()!, context.MethodName), out _)) throw new IOException("The line is gone.");
        await context.Invoke();
    }
}
