using System.Collections.Immutable;
using Learning.Domain.Trainees;

namespace Learning.Web.Api.Trainees;

/// <summary>A merge.</summary>
/// <param name="Id">Its id, to take it back by <c>POST /api/merges/{id}/undo</c>.</param>
/// <param name="TraineeId">The record that was merged.</param>
/// <param name="Name">The name in that record; absent in the answer to a merge.</param>
/// <param name="Into">The record it was merged into.</param>
/// <param name="By">Who found it out.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Reason">How.</param>
/// <param name="UndoneBy">Who took it back; absent while it stands.</param>
/// <param name="UndoneAt">When, UTC.</param>
public sealed record MergeAnswer(string Id, string TraineeId, string? Name, string Into, string By, DateTimeOffset At, string Reason, string? UndoneBy, DateTimeOffset? UndoneAt)
{
    /// <summary>A merge as answered.</summary>
    /// <param name="merge">The merge.</param>
    /// <param name="name">The name in the record that was merged.</param>
    public static MergeAnswer Of(Merge merge, string? name = null) => new(
        merge.Id, MergeId.TraineeOf(merge.Id)!, name, merge.Into, merge.By, merge.At, merge.Reason, merge.Undone?.By, merge.Undone?.At);

    /// <summary>The merges that made records one person's, and those of the first record that were taken back; oldest first.</summary>
    /// <param name="records">The person, and after them every record merged into theirs.</param>
    public static ImmutableArray<MergeAnswer> Of(ImmutableArray<Trainee> records) =>
    [
        .. records[0].Merges.Select(m => Of(m, records[0].Profile.DisplayName()))
            .Concat(records.Skip(1).Select(r => Of(r.Merge!, r.Profile.DisplayName())))
            .OrderBy(m => m.At).ThenBy(m => m.Id, StringComparer.Ordinal),
    ];
}
