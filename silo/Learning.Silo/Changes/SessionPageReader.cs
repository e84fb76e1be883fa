using Learning.Grains.Sessions;
using Learning.Silo.Storage;

namespace Learning.Silo.Changes;

/// <inheritdoc/>
/// <remarks>Not by the projectors' connections: somebody is being checked in meanwhile.</remarks>
/// <param name="database">Where the pages are.</param>
internal sealed class SessionPageReader(IDatabase database) : ISessionPageReader
{
    private readonly StateReader states = new(database);

    public async Task<IReadOnlyList<(string Name, StoredSessionPage Page)>> Read(string sessionId) => [.. (await states.Pages([sessionId]))[sessionId]];
}
