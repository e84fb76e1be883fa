using Learning.Domain.Trainees;

namespace Learning.Contracts.Trainees;

/// <summary>
/// Merges records of one person and takes merges back. There is one, key 0, and it does one thing after another: of two
/// administrators who merge the same two records each into the other, the second hears that they are one person already.
/// </summary>
[Alias("merging")]
public interface IMergingGrain : IGrainWithIntegerKey
{
    /// <summary>
    /// Merges. Refused as <c>trainee.unknown</c>, <c>merge.retracted</c>, <c>merge.already</c> (it is merged into somebody else),
    /// <c>merge.same</c>, or by what contradicts: <c>merge.otherRegisterNumber</c>, <c>merge.otherSex</c>, <c>merge.otherBirthYear</c>.
    /// </summary>
    /// <param name="request">What is asked; repeated, it completes what was cut off, and is answered as before.</param>
    [Alias("merge")]
    Task<MergeOutcome> Merge(MergeRequest request);

    /// <summary>Takes a merge back, and nothing that was merged before or after it. Refused as <c>merge.unknown</c>.</summary>
    /// <param name="mergeId">Which.</param>
    /// <param name="by">User name.</param>
    [Alias("undo")]
    Task<MergeOutcome> Undo(string mergeId, string by);
}
