namespace Learning.Grains.State;

/// <summary>The one way in which a grain that handles one call at a time writes its state.</summary>
internal static class StateWriting
{
    /// <summary>
    /// Makes <paramref name="next"/> the state and returns once it is durable. When the write fails, the state in memory is
    /// again what it was, and the caller hears of it.
    /// </summary>
    public static async Task Write<T>(this IPersistentState<T> state, T next) where T : class
    {
        var before = state.State;
        // Rules return the same instance when nothing changes; a write would cost a disk flush and project the grain again.
        if (state.RecordExists && ReferenceEquals(before, next)) return;
        state.State = next;
        try
        {
            await state.WriteStateAsync();
        }
        catch
        {
            state.State = before;
            throw;
        }
    }
}
