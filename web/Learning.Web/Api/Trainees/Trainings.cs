using Learning.Silo.ReadModel;
using Learning.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Learning.Web.Api.Trainees;

/// <summary>A person's trainings, from the read model.</summary>
internal static class Trainings
{
    /// <summary>Newest first; to a trainer only the trainer's own cohorts.</summary>
    public static async Task<List<TrainingAnswer>> Of(LearningReadModel db, string traineeId, Caller caller, CancellationToken cancel)
    {
        var cohorts = db.Cohorts.AsQueryable();
        if (caller is { IsTrainer: true, IsAdministrator: false, IsManager: false } && caller.TraineeId != traineeId)
        {
            var name = caller.Actor.ToLowerInvariant();
            cohorts = cohorts.Where(c => db.CohortTrainers.Any(t => t.CohortId == c.CohortId && t.UserName.ToLower() == name));
        }

        var stands = await db.Enrolments.Where(e => e.TraineeId == traineeId)
            .Join(cohorts, e => e.CohortId, c => c.CohortId, (enrolment, cohort) => new { enrolment, cohort })
            .OrderByDescending(x => x.cohort.StartDate).ThenBy(x => x.cohort.CohortId)
            .ToListAsync(cancel);
        var marks = (await db.Marks.Where(m => m.TraineeId == traineeId).ToListAsync(cancel)).ToLookup(m => m.CohortId);
        return
        [
            .. stands.Select(x => new TrainingAnswer(
                x.cohort.CohortId, x.cohort.CourseCode, x.cohort.TitleMn, x.cohort.TitleEn, x.cohort.Region, x.cohort.StartDate, x.cohort.EndDate,
                x.enrolment.State, x.enrolment.CertificateNumber,
                [.. marks[x.cohort.CohortId].OrderBy(m => m.Number).Select(m => new TrainingMark(m.SessionId, m.Number, m.Mark))])),
        ];
    }
}
