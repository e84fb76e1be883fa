namespace Learning.Silo.ReadModel;

/// <summary>A record that was merged into another, over any number of steps.</summary>
public sealed class MergedRecordRow
{
    /// <summary>The record.</summary>
    public required string TraineeId { get; init; }

    /// <summary>The record that stands for the person.</summary>
    public required string PersonId { get; init; }
}
