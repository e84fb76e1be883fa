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
        var person = await OnePerson.Read(db, traineeId, cancel);
        var enrolments = person.Enrolments.ToDictionary(e => e.CohortId);
        var ids = enrolments.Keys.ToList();
        var cohorts = await db.Cohorts.Where(c => ids.Contains(c.CohortId)).OrderByDescending(c => c.StartDate).ThenBy(c => c.CohortId).ToListAsync(cancel);
        var sessions = (await db.Sessions.Where(s => ids.Contains(s.CohortId)).ToListAsync(cancel)).ToLookup(s => s.CohortId);
        return
        [
            .. cohorts.Select(c => new TrainingOfPerson(
                c, enrolments[c.CohortId], [.. sessions[c.CohortId].OrderBy(x => x.Number).Select(x => (x, person.Marks.GetValueOrDefault(x.SessionId)))])),
        ];
    }
}
