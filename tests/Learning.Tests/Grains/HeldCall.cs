namespace Learning.Tests.Grains;

/// <summary>A call that waits for the test.</summary>
public sealed class HeldCall
{
    private readonly TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the call has come.</summary>
    public Task Arrived => arrived.Task;

    public void Release() => released.SetResult();

    internal Task Wait()
    {
        arrived.SetResult();
        return released.Task;
    }
}
