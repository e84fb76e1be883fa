using Learning.Domain.Sessions;
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

        var person = await OnePerson.Read(db, traineeId, cancel);
        var enrolments = person.Enrolments.ToDictionary(e => e.CohortId);
        var stands = (await cohorts.Where(c => enrolments.Keys.Contains(c.CohortId)).OrderByDescending(c => c.StartDate).ThenBy(c => c.CohortId).ToListAsync(cancel))
            .Select(cohort => new { cohort, enrolment = enrolments[cohort.CohortId] });
        var marks = person.Marks.Select(m => (Number: SessionId.TryParse(m.Key, out var cohort, out var number) ? number : 0, Cohort: cohort, SessionId: m.Key, Mark: m.Value)).ToLookup(m => m.Cohort);
        return
        [
            .. stands.Select(x => new TrainingAnswer(
                x.cohort.CohortId, x.cohort.CourseCode, x.cohort.TitleMn, x.cohort.TitleEn, x.cohort.Region, x.cohort.StartDate, x.cohort.EndDate,
                x.enrolment.State, x.enrolment.CertificateNumber,
                [.. marks[x.cohort.CohortId].OrderBy(m => m.Number).Select(m => new TrainingMark(m.SessionId, m.Number, m.Mark))])),
        ];
    }
}
