namespace Learning.Domain.Reach.Evaluation;

/// <summary>Takes events that pass all filters, person by person, some hundreds at a time.</summary>
internal interface IReachTally
{
    /// <summary>Takes some. All events of one mark come in sequence.</summary>
    void Add(ReadOnlySpan<ReachEvent> events);
}
