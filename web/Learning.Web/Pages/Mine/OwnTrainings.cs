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
        var person = await OnePerson.Read(db, traineeId, cancel);
        var states = person.Enrolments.ToDictionary(e => e.CohortId, e => e.State);
        var ids = states.Keys.ToList();
        var cohorts = await db.Cohorts.Where(c => ids.Contains(c.CohortId) && (c.State != CohortState.Cancelled || c.ImportId == null)).ToListAsync(cancel);
        var sessions = (await db.Sessions.Where(s => ids.Contains(s.CohortId)).ToListAsync(cancel)).ToLookup(s => s.CohortId);
        return
        [
            .. cohorts.OrderByDescending(c => c.StartDate).ThenBy(c => c.CohortId, StringComparer.Ordinal).Select(c => new OwnTraining(
                c,
                states[c.CohortId],
                [.. sessions[c.CohortId].OrderBy(x => x.Number).Select(x => new OwnSession(x.Number, x.HeldOn, x.Minutes / MinutesAnHour, person.Marks.GetValueOrDefault(x.SessionId)))])),
        ];
    }
}
