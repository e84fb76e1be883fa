namespace Learning.Silo.Projections;

/// <summary>What one kind of grain state makes of the read model.</summary>
internal interface IStateProjection
{
    /// <summary>The state's name.</summary>
    string StateName { get; }

    /// <summary>Puts the grain's rows into the batch.</summary>
    /// <param name="key">The grain's key.</param>
    /// <param name="state">Its state as stored, UTF-8 JSON.</param>
    /// <param name="batch">Takes the rows.</param>
    void Project(string key, ReadOnlySpan<byte> state, ReadModelBatch batch);
}
