using Learning.Grains.Sessions;

namespace Learning.Silo.Changes;

/// <inheritdoc/>
/// <param name="states">Where the pages are.</param>
internal sealed class SessionPageReader(IStateReader states) : ISessionPageReader
{
    public async Task<IReadOnlyList<(string Name, StoredSessionPage Page)>> Read(string sessionId) => [.. (await states.Pages([sessionId]))[sessionId]];
}
