using System.Collections.Immutable;
using Learning.Domain.Cohorts;
using Learning.Silo.ReadModel;
using Microsoft.EntityFrameworkCore;

namespace Learning.Web.Pages.Mine;

/// <summary>A person's trainings and attendance, from the read model.</summary>
/// <param name="readModel">Where they are listed.</param>
public sealed class OwnTrainings(IDbContextFactory<LearningReadModel> readModel)
{
    private const decimal MinutesAnHour = 60;

    /// <summary>Newest first.</summary>
    /// <param name="traineeId">Whose.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<ImmutableArray<OwnTraining>> Of(string traineeId, CancellationToken cancel)
    {
        await using var db = await readModel.CreateDbContextAsync(cancel);
        // A cohort taken back with its import was never this person's training.
        var stands = await db.Enrolments.Where(e => e.TraineeId == traineeId)
            .Join(db.Cohorts, e => e.CohortId, c => c.CohortId, (enrolment, cohort) => new { enrolment.State, Cohort = cohort })
            .Where(s => s.Cohort.State != CohortState.Cancelled || s.Cohort.ImportId == null)
            .ToListAsync(cancel);
        var ids = stands.Select(s => s.Cohort.CohortId).ToList();
        var sessions = (await db.Sessions.Where(s => ids.Contains(s.CohortId)).ToListAsync(cancel)).ToLookup(s => s.CohortId);
        var marks = (await db.Marks.Where(m => m.TraineeId == traineeId && ids.Contains(m.CohortId)).ToListAsync(cancel)).ToDictionary(m => m.SessionId, m => m.Mark);
        return
        [
            .. stands.OrderByDescending(s => s.Cohort.StartDate).ThenBy(s => s.Cohort.CohortId, StringComparer.Ordinal).Select(s => new OwnTraining(
                s.Cohort,
                s.State,
                [.. sessions[s.Cohort.CohortId].OrderBy(x => x.Number).Select(x => new OwnSession(x.Number, x.HeldOn, x.Minutes / MinutesAnHour, marks.GetValueOrDefault(x.SessionId)))])),
        ];
    }
}
