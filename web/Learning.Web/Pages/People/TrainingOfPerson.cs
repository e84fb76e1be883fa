using Learning.Domain.Sessions;
using Learning.Silo.ReadModel;
using Microsoft.EntityFrameworkCore;

namespace Learning.Web.Pages.PeoplePages;

/// <summary>A person's part in a cohort.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Enrolment">Where the person stands, with the facts as of enrolment.</param>
/// <param name="Sessions">Its sessions in order, each with the person's mark; <see langword="null"/> where there is none yet.</param>
public sealed record TrainingOfPerson(CohortRow Cohort, EnrolmentRow Enrolment, IReadOnlyList<(SessionRow Session, Mark? Mark)> Sessions)
{
    /// <summary>Hours of the sessions attended.</summary>
    public decimal HoursAttended => Sessions.Where(s => s.Mark?.Attended() == true).Sum(s => s.Session.Minutes) / 60m;

    /// <summary>Planned hours of all sessions.</summary>
    public decimal Hours => Sessions.Sum(s => s.Session.Minutes) / 60m;

    /// <summary>Everything a person was enrolled in, the latest first.</summary>
    /// <param name="db">The read model.</param>
    /// <param name="traineeId">Who.</param>
    /// <param name="cancel">Cancels.</param>
    public static async Task<IReadOnlyList<TrainingOfPerson>> All(LearningReadModel db, string traineeId, CancellationToken cancel)
    {
        var stands = await db.Enrolments.Where(e => e.TraineeId == traineeId)
            .Join(db.Cohorts, e => e.CohortId, c => c.CohortId, (enrolment, cohort) => new { enrolment, cohort })
            .OrderByDescending(x => x.cohort.StartDate).ThenBy(x => x.cohort.CohortId)
            .ToListAsync(cancel);
        var ids = stands.Select(s => s.cohort.CohortId).ToList();
        var sessions = (await db.Sessions.Where(s => ids.Contains(s.CohortId)).ToListAsync(cancel)).ToLookup(s => s.CohortId);
        var marks = await db.Marks.Where(m => m.TraineeId == traineeId).ToDictionaryAsync(m => m.SessionId, m => m.Mark, cancel);
        return
        [
            .. stands.Select(s => new TrainingOfPerson(
                s.cohort, s.enrolment,
                [.. sessions[s.cohort.CohortId].OrderBy(x => x.Number).Select(x => (x, marks.GetValueOrDefault(x.SessionId)))])),
        ];
    }
}
