namespace Learning.Grains.Sessions;

/// <summary>Reads the pages of a session without knowing their names.</summary>
public interface ISessionPageReader
{
    /// <summary>Every page that is stored under a session's id, in any order.</summary>
    /// <param name="sessionId">The session.</param>
    Task<IReadOnlyList<(string Name, StoredSessionPage Page)>> Read(string sessionId);
}
