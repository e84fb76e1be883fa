namespace Learning.Domain.Trainees;

/// <summary>
/// Somebody found that this record and another are one person's. The fact stays for ever in the record that is listed no more;
/// nothing else of either record is touched, so that taking it back leaves both as they were.
/// </summary>
/// <param name="Id">See <see cref="MergeId"/>.</param>
/// <param name="Into">The record that stands for the person from then on.</param>
/// <param name="By">User name.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Reason">Why, in the user's words.</param>
/// <param name="Request">The caller's id of the request: a repeat of it is the same merge.</param>
/// <param name="Undone">Who took it back and when; <see langword="null"/> while it stands.</param>
public sealed record Merge(string Id, string Into, string By, DateTimeOffset At, string Reason, string Request, MergeUndo? Undone = null);
