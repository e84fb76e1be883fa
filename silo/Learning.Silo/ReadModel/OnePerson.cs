using Learning.Domain.Cohorts;
using Learning.Domain.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Learning.Silo.ReadModel;

/// <summary>What a person did, whichever of their records it was noted in.</summary>
/// <param name="Enrolments">
/// One a cohort. Of two, one that completed comes before the others, and then that of the record which stands for the person.
/// </param>
/// <param name="Marks">By session id. Of two for one session the stronger stays: there before not there, and any before none.</param>
public sealed record OnePerson(IReadOnlyList<EnrolmentRow> Enrolments, IReadOnlyDictionary<string, Mark?> Marks)
{
    /// <summary>Reads it.</summary>
    /// <param name="db">The read model.</param>
    /// <param name="traineeId">The record that stands for the person.</param>
    /// <param name="cancel">Cancels.</param>
    public static async Task<OnePerson> Read(LearningReadModel db, string traineeId, CancellationToken cancel)
    {
        var ids = await db.MergedRecords.Where(m => m.PersonId == traineeId).Select(m => m.TraineeId).ToListAsync(cancel);
        ids.Add(traineeId);
        var enrolments = await db.Enrolments.Where(e => ids.Contains(e.TraineeId)).ToListAsync(cancel);
        var marks = await db.Marks.Where(m => ids.Contains(m.TraineeId)).Select(m => new { m.SessionId, m.Mark }).ToListAsync(cancel);
        return new OnePerson(
            [
                .. enrolments.GroupBy(e => e.CohortId).Select(g => g.OrderByDescending(e => e.State == EnrolmentState.Completed)
                    .ThenByDescending(e => e.TraineeId == traineeId).ThenBy(e => e.TraineeId, StringComparer.Ordinal).First()),
            ],
            marks.GroupBy(m => m.SessionId).ToDictionary(g => g.Key, g => g.Select(m => m.Mark).Strongest()));
    }
}
