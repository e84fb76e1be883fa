namespace Learning.Domain.Reach.Evaluation;

/// <summary>
/// Takes events that pass all filters, person by person. Tallies are structs, so that the compiler makes one loop of the walk and
/// the tally, for each kind its own: an event is nowhere written down on the way.
/// </summary>
internal interface IReachTally
{
    /// <summary>Takes one. All events of one mark come in sequence. Its parts come one by one and not as a struct, to stay in the processor's registers.</summary>
    /// <param name="place">The person's place in the shard.</param>
    /// <param name="row">The row it is in.</param>
    /// <param name="mark">The person or participation as counted, from 1. A mark never comes back once another came.</param>
    /// <param name="key">The row key.</param>
    /// <param name="sub">Within what the person counts once.</param>
    /// <param name="seconds">Length of the sessions attended in seconds, if hours are measured.</param>
    /// <returns>Whether another event of the same person could change anything.</returns>
    bool Add(int place, int row, int mark, int key, int sub, int seconds);
}
