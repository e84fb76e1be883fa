using Learning.Domain.Reports;
using Learning.Domain.Trainees;

namespace Learning.Silo.Reports;

/// <summary>Merges made or taken back since a report was frozen: what a record did is another's since, or its own again.</summary>
internal sealed class KnownMerges
{
    private readonly Dictionary<string, (string Into, ReportChangeKind Kind, DateTimeOffset At, string By)> moved = new(StringComparer.Ordinal);

    /// <param name="since">When the report was frozen.</param>
    /// <param name="records">The records that have other facts than then.</param>
    public KnownMerges(DateTimeOffset since, IEnumerable<Trainee> records)
    {
        foreach (var record in records)
        {
            // One that came and went since has left nothing.
            if (record.Merges.LastOrDefault(m => (m.At > since) != (m.Undone?.At > since)) is not { } merge) continue;
            moved[record.Id] = merge.Undone is { } undone
                ? (merge.Into, ReportChangeKind.MergeUndone, undone.At, undone.By)
                : (merge.Into, ReportChangeKind.Merge, merge.At, merge.By);
        }
    }

    /// <summary>Which merges moved facts of a cohort from or to a record.</summary>
    /// <param name="traineeId">The record.</param>
    /// <param name="cohortId">The cohort.</param>
    /// <param name="others">Every record with other facts in that cohort than then.</param>
    /// <param name="person">The record that stands for the person of a record now.</param>
    public IEnumerable<ReportCause> Of(string traineeId, string cohortId, IEnumerable<string> others, Func<string, string> person)
    {
        foreach (var other in others)
            if (moved.TryGetValue(other, out var merge) && (other == traineeId || person(merge.Into) == person(traineeId)))
                yield return new ReportCause(merge.Kind, cohortId, At: merge.At, By: merge.By);
    }
}
