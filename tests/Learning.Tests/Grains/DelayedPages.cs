using System.Collections.Concurrent;
using Learning.Grains.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace Learning.Tests.Grains;

/// <summary>Lets something happen just before the pages of a session are read.</summary>
public sealed class DelayedPages
{
    private readonly ConcurrentDictionary<string, Func<Task>> before = new(StringComparer.Ordinal);

    /// <summary>What happens before the next reading of that session's pages.</summary>
    public void BeforeNext(string sessionId, Func<Task> what) => before[sessionId] = what;

    /// <summary>Puts this before the reader.</summary>
    public void Before(IServiceCollection services)
    {
        var reader = services.Last(s => s.ServiceType == typeof(ISessionPageReader));
        services.Remove(reader);
        services.AddSingleton<ISessionPageReader>(provider => new Reader((ISessionPageReader)ActivatorUtilities.CreateInstance(provider, reader.ImplementationType!), this));
    }

    private sealed class Reader(ISessionPageReader reader, DelayedPages delayed) : ISessionPageReader
    {
        public async Task<IReadOnlyList<(string Name, StoredSessionPage Page)>> Read(string sessionId)
        {
            if (delayed.before.TryRemove(sessionId, out var what)) await what();
            return await reader.Read(sessionId);
        }
    }
}
