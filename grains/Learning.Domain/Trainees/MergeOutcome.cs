using Learning.Domain.Ids;

namespace Learning.Domain.Trainees;

/// <summary>What came of merging or of taking a merge back.</summary>
/// <param name="Result">Done, or why not.</param>
/// <param name="Merge">The merge as it is now; <see langword="null"/> if it was refused.</param>
public sealed record MergeOutcome(OperationResult Result, Merge? Merge = null)
{
    /// <summary>Done.</summary>
    /// <param name="merge">The merge as it is now.</param>
    public static MergeOutcome Done(Merge merge) => new(OperationResult.Done, merge);

    /// <summary>Not done.</summary>
    /// <param name="code">Why.</param>
    /// <param name="field">Which input.</param>
    public static MergeOutcome Refused(string code, string? field = null) => new(OperationResult.Refused(code, field));
}
