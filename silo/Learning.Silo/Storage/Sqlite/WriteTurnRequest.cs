namespace Learning.Silo.Storage.Sqlite;

/// <summary>Somebody wants a <see cref="WriteTurn"/>.</summary>
internal sealed class WriteTurnRequest(CancellationToken cancel) : WriteRequest
{
    private readonly TaskCompletionSource<WriteTurn> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<WriteTurn> Task => completion.Task;

    public override bool IsCancelled => cancel.IsCancellationRequested && completion.TrySetCanceled(cancel);

    /// <summary>Gives the turn and waits until it is given back.</summary>
    /// <returns><see langword="false"/> if it was not, in the time.</returns>
    public bool HandOver(TimeSpan atMost)
    {
        var turn = new WriteTurn();
        completion.TrySetResult(turn);
        return turn.WaitUntilOver(atMost);
    }

    public override void Fail(Exception reason) => completion.TrySetException(reason);
}
