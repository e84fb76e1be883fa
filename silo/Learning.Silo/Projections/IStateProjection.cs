using Learning.Silo.Changes;

namespace Learning.Silo.Projections;

/// <summary>What one kind of grain state makes of the read model.</summary>
internal interface IStateProjection
{
    /// <summary>The state's name.</summary>
    string StateName { get; }

    /// <summary>Puts the rows of some grains into the batch.</summary>
    /// <param name="states">Where the states are.</param>
    /// <param name="keys">The grains.</param>
    /// <param name="batch">Takes the rows.</param>
    /// <param name="cancel">Cancels.</param>
    Task Project(IStateReader states, IEnumerable<string> keys, ReadModelBatch batch, CancellationToken cancel);
}
