using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Learning.Silo.Storage.Sqlite;

/// <summary>A few connections for reading. Each read sees everything that was committed before it began.</summary>
/// <param name="open">Opens one more.</param>
internal sealed class ReadConnections(Func<SqliteConnection> open) : IDisposable
{
    private static readonly int Most = Math.Clamp(Environment.ProcessorCount * 2, 4, 16);

    private readonly SemaphoreSlim free = new(Most);
    private readonly ConcurrentBag<(SqliteConnection Connection, PreparedCommands Prepared)> idle = [];
    private volatile bool closed;

    /// <summary>Runs work on a connection of its own, on a pool thread: the driver blocks, and the caller may be a grain.</summary>
    public async Task<T> RunAsync<T>(Func<SqliteConnection, PreparedCommands, Task<T>> work, CancellationToken cancel)
    {
        ObjectDisposedException.ThrowIf(closed, this);
        await free.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => Run(work), cancel).ConfigureAwait(false);
        }
        finally
        {
            free.Release();
        }
    }

    private async Task<T> Run<T>(Func<SqliteConnection, PreparedCommands, Task<T>> work)
    {
        if (!idle.TryTake(out var reader))
        {
            var connection = open();
            reader = (connection, new PreparedCommands(connection));
        }

        try
        {
            return await work(reader.Connection, reader.Prepared).ConfigureAwait(false);
        }
        finally
        {
            idle.Add(reader);
            if (closed) Close();
        }
    }

    /// <summary>Closes what is idle now, and the others as soon as they are.</summary>
    public void Dispose()
    {
        closed = true;
        Close();
    }

    private void Close()
    {
        while (idle.TryTake(out var reader))
        {
            reader.Prepared.Dispose();
            reader.Connection.Dispose();
        }
    }
}
