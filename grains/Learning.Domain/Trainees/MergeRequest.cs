namespace Learning.Domain.Trainees;

/// <summary>Asks to merge a record into another.</summary>
/// <param name="TraineeId">The record that is to be listed no more.</param>
/// <param name="Into">The other; where it was itself merged, the record that stands for it is meant.</param>
/// <param name="By">User name.</param>
/// <param name="Reason">Why.</param>
/// <param name="Request">The caller's id of this request.</param>
public sealed record MergeRequest(string TraineeId, string Into, string By, string Reason, string Request);
