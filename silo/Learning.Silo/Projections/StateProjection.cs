using Learning.Silo.Changes;

namespace Learning.Silo.Projections;

/// <summary>A projection written as one function.</summary>
/// <param name="stateName">The state's name.</param>
/// <param name="read">Reads states of grains.</param>
/// <param name="project">Puts the rows of one into the batch.</param>
internal sealed class StateProjection<TState>(
    string stateName, Func<IStateReader, IEnumerable<string>, CancellationToken, IAsyncEnumerable<(string Key, TState State)>> read,
    Action<string, TState, ReadModelBatch> project) : IStateProjection
{
    /// <inheritdoc/>
    public string StateName => stateName;

    /// <inheritdoc/>
    public async Task Project(IStateReader states, IEnumerable<string> keys, ReadModelBatch batch, CancellationToken cancel)
    {
        await foreach (var (key, state) in read(states, keys, cancel)) project(key, state, batch);
    }
}
