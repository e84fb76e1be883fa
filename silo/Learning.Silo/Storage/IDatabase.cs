using System.Data.Common;

namespace Learning.Silo.Storage;

/// <summary>The database, for our own SQL: change set, projections, audit. Grain states go through Orleans, identity through EF Core.</summary>
public interface IDatabase
{
    /// <summary>Which dialect <c>work</c> has to speak.</summary>
    DatabaseKind Kind { get; }

    /// <summary>Runs reads on a connection of their own.</summary>
    /// <typeparam name="T">What the work answers.</typeparam>
    /// <param name="work">Only reads; on SQLite a write fails.</param>
    /// <param name="cancel">Gives up waiting for a connection, and is handed to the work.</param>
    Task<T> ReadAsync<T>(Func<DbConnection, CancellationToken, Task<T>> work, CancellationToken cancel = default);

    /// <summary>
    /// Runs work in one transaction and returns when it is durable. If the work throws, nothing of it stays and the exception is the caller's.
    /// </summary>
    /// <remarks>
    /// On SQLite all writes of the process take turns on one thread and share commits, so the work must await nothing but this connection:
    /// a grain call, or another write, would wait for itself.
    /// </remarks>
    /// <typeparam name="T">What the work answers.</typeparam>
    /// <param name="work">Must neither begin nor end a transaction.</param>
    /// <param name="cancel">Gives up while the work has not begun, and is handed to the work.</param>
    Task<T> WriteAsync<T>(Func<DbConnection, CancellationToken, Task<T>> work, CancellationToken cancel = default);
}
