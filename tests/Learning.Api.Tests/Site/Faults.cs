using System.Collections.Concurrent;

namespace Learning.Api.Tests.Site;

/// <summary>Makes calls of single grains fail, as a lost silo or a full disk does.</summary>
public sealed class Faults : IIncomingGrainCallFilter
{
    private readonly ConcurrentDictionary<(string Method, string Key), bool> failing = new();

    /// <summary>Lets a grain's method fail until the answer is disposed.</summary>
    public IDisposable Fail(string method, string key)
    {
        failing[(method, key)] = true;
        return new Mended(() => failing.TryRemove((method, key), out _));
    }

    public Task Invoke(IIncomingGrainCallContext context) =>
        context.InterfaceMethod is { } method && failing.ContainsKey((method.Name, context.TargetId.Key.ToString()!))
            ? throw new TimeoutException("Made to fail by a test.")
            : context.Invoke();

    private sealed class Mended(Action mend) : IDisposable
    {
        public void Dispose() => mend();
    }
}
