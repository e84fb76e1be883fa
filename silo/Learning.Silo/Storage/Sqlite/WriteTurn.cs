namespace Learning.Silo.Storage.Sqlite;

/// <summary>
/// The right to write on another connection (EF Core's), given in the order in which it was asked for. While it is held the write thread rests,
/// so neither side meets a locked database. Dispose gives it back.
/// </summary>
public sealed class WriteTurn : IDisposable
{
    private readonly ManualResetEventSlim over = new();

    /// <inheritdoc/>
    public void Dispose() => over.Set();

    /// <summary>Waits until it is given back; <see langword="false"/> if that took too long.</summary>
    internal bool WaitUntilOver(TimeSpan atMost) => over.Wait(atMost);
}
