using Microsoft.Data.Sqlite;

namespace Learning.Silo.Storage.Sqlite;

/// <summary>Something that waits for the write connection.</summary>
internal abstract class WriteRequest
{
    /// <summary>Nobody waits for it any more; it has not begun.</summary>
    public abstract bool IsCancelled { get; }

    /// <summary>Tells the caller that it will not happen.</summary>
    public abstract void Fail(Exception reason);
}

/// <summary>Work inside a group commit.</summary>
internal abstract class WriteWork : WriteRequest
{
    /// <summary>Does the work; the caller hears of it only by <see cref="Succeed"/>.</summary>
    public abstract void Run(SqliteConnection connection);

    /// <summary>The commit returned: tells the caller.</summary>
    public abstract void Succeed();
}

/// <inheritdoc/>
internal sealed class WriteWork<T>(Func<SqliteConnection, T> work, CancellationToken cancel) : WriteWork
{
    // Callers go on elsewhere, or the write thread would run their code.
    private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? answer;

    public Task<T> Task => completion.Task;

    public override bool IsCancelled => cancel.IsCancellationRequested && completion.TrySetCanceled(cancel);

    public override void Run(SqliteConnection connection) => answer = work(connection);

    public override void Succeed() => completion.TrySetResult(answer!);

    public override void Fail(Exception reason) => completion.TrySetException(reason);
}
