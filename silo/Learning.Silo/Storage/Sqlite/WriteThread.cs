using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SQLitePCL;

namespace Learning.Silo.Storage.Sqlite;

/// <summary>
/// All writes of the process, on one connection and one thread. What queued up while a commit was being forced to disk goes into the next one together.
/// </summary>
/// <remarks>
/// The driver blocks its thread and sleeps 150 ms when it meets a lock; with a single writer there is no lock to meet. A caller hears of success only
/// after COMMIT returned; a failing request is undone by its savepoint and fails alone; a failing commit fails exactly those whose work was in it.
/// </remarks>
internal sealed partial class WriteThread : IDisposable
{
    /// <summary>More in one commit gains nothing and lets the first wait for long.</summary>
    private const int LargestBatch = 1000;

    /// <summary>Longer than any sensible EF transaction; one that waits for a write of ours would otherwise stop the process for ever.</summary>
    private static readonly TimeSpan LongestTurn = TimeSpan.FromSeconds(30);

    private readonly BlockingCollection<WriteRequest> queue = [];
    private readonly List<WriteWork> batch = new(LargestBatch);
    private readonly SqliteConnection connection;
    private readonly ILogger logger;
    private readonly PreparedCommands prepared;
    private readonly Thread thread;
    private long commits;

    public WriteThread(SqliteConnection connection, ILogger logger)
    {
        this.connection = connection;
        this.logger = logger;
        prepared = new PreparedCommands(connection);
        thread = new Thread(Run) { Name = "learning database writer", IsBackground = true };
        thread.Start();
    }

    /// <summary>How many commits were forced to disk since the start.</summary>
    public long Commits => Interlocked.Read(ref commits);

    /// <summary>Prepared statements of the write connection; only to be used by work on this thread.</summary>
    public PreparedCommands Prepared => prepared;

    /// <summary>Puts a request at the end of the queue.</summary>
    /// <exception cref="ObjectDisposedException">The database is shutting down.</exception>
    public void Add(WriteRequest request)
    {
        try
        {
            queue.Add(request);
        }
        catch (InvalidOperationException)
        {
            throw new ObjectDisposedException(nameof(WriteThread), "The database is closed: this process is shutting down.");
        }
    }

    /// <summary>Takes no more requests, does those in the queue, and ends the thread.</summary>
    public void Dispose()
    {
        if (queue.IsAddingCompleted) return;
        queue.CompleteAdding();
        thread.Join();
        prepared.Dispose();
        queue.Dispose();
    }

    private void Run()
    {
        foreach (var first in queue.GetConsumingEnumerable())
        {
            // A batch ends early when somebody's turn comes.
            for (WriteRequest? next = first; next is not null;)
            {
                if (next is WriteTurnRequest turn)
                {
                    if (!turn.IsCancelled && !turn.HandOver(LongestTurn)) LogTurnTooLong(LongestTurn.TotalSeconds);
                    break;
                }

                next = CommitTogether((WriteWork)next);
            }
        }
    }

    private WriteRequest? CommitTogether(WriteWork first)
    {
        batch.Clear();
        WriteRequest? next = first;
        try
        {
            Execute("BEGIN IMMEDIATE");
            do
            {
                if (next is not WriteWork work) break;
                RunAlone(work);
                next = null;
            }
            while (batch.Count < LargestBatch && queue.TryTake(out next));

            Execute("COMMIT");
            Interlocked.Increment(ref commits);
        }
        catch (Exception e)
        {
            RollBack();
            // Before BEGIN succeeded nobody is in the batch, and the first waits still.
            if (next == first) first.Fail(e);
            foreach (var work in batch) work.Fail(e);
            return next as WriteTurnRequest;
        }

        foreach (var work in batch) work.Succeed();
        return next;
    }

    /// <summary>Adds the work to the batch, or fails it alone. Throws only if the whole transaction is lost.</summary>
    private void RunAlone(WriteWork work)
    {
        if (work.IsCancelled) return;
        try
        {
            Execute("SAVEPOINT work");
            work.Run(connection);
            // Work that ended the transaction took the others' with it or left its own half done: neither may be called a success.
            if (!InTransaction) throw new InvalidOperationException("Work on the write connection must not end the transaction.");
            Execute("RELEASE work");
            batch.Add(work);
        }
        catch (Exception e)
        {
            work.Fail(e);
            // A full disk, for example, makes SQLite undo everything.
            if (!InTransaction) throw;
            Execute("ROLLBACK TO work");
            Execute("RELEASE work");
        }
    }

    private bool InTransaction => raw.sqlite3_get_autocommit(connection.Handle) == 0;

    private void Execute(string sql) => prepared.Get(sql).ExecuteNonQuery();

    private void RollBack()
    {
        try
        {
            if (InTransaction) Execute("ROLLBACK");
        }
        catch (SqliteException e)
        {
            LogRollbackFailed(e);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A transaction on another connection was not ended within {Seconds} s; writing goes on beside it.")]
    private partial void LogTurnTooLong(double seconds);

    [LoggerMessage(Level = LogLevel.Critical, Message = "A failed transaction could not be rolled back.")]
    private partial void LogRollbackFailed(Exception exception);
}
