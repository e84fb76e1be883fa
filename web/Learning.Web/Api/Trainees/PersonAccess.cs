using System.Security.Claims;
using Learning.Contracts.Cohorts;
using Learning.Contracts.Trainees;
using Learning.Domain.Cohorts;
using Learning.Domain.Trainees;
using Learning.Silo.ReadModel;
using Learning.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Learning.Web.Api.Trainees;

/// <summary>
/// Whose data may be seen: administrators and managers see everybody, trainers the people of their own cohorts and those they
/// registered, trainees themselves. Anybody else is answered like somebody who isn't there.
/// </summary>
public sealed class PersonAccess(People people, IGrainFactory grains, IDbContextFactory<LearningReadModel> readModel)
{
    /// <summary>The person, or <see langword="null"/> if there is none or the caller may not see them.</summary>
    /// <param name="user">The caller.</param>
    /// <param name="traineeId">As sent.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<Trainee?> See(ClaimsPrincipal user, string? traineeId, CancellationToken cancel)
    {
        var caller = Caller.Of(user);
        if (await people.Find(traineeId) is not { } trainee) return null;
        if (caller.IsAdministrator || caller.IsManager) return trainee;
        if (caller.TraineeId is { } self && (self == trainee.Id || self == traineeId)) return trainee;
        return caller.IsTrainer && (trainee.RegisteredBy == caller.UserName || await IsOnOwnCohort(caller, trainee, cancel)) ? trainee : null;
    }

    /// <summary>The person for changing them: for administrators, and for trainers who may see them.</summary>
    /// <param name="user">The caller.</param>
    /// <param name="traineeId">As sent.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<(Trainee? Trainee, Problems.Problem? Refusal)> Change(ClaimsPrincipal user, string? traineeId, CancellationToken cancel)
    {
        if (await See(user, traineeId, cancel) is not { } trainee) return (null, Problems.Problem.NotFound);
        var caller = Caller.Of(user);
        return caller.IsAdministrator || caller.IsTrainer ? (trainee, null) : (null, Problems.Problem.Forbidden);
    }

    /// <summary>The people whom the caller may find.</summary>
    /// <param name="db">The read model.</param>
    /// <param name="caller">Of the staff.</param>
    internal static IQueryable<PersonRow> Visible(LearningReadModel db, Caller caller)
    {
        var people = db.People.Where(p => p.MergedInto == null && !p.Retracted);
        if (caller.IsAdministrator || caller.IsManager) return people;
        var name = caller.Actor.ToLowerInvariant();
        var own = db.CohortTrainers.Where(t => t.UserName.ToLower() == name).Select(t => t.CohortId);
        var merged = db.MergedRecords.Where(m => db.Enrolments.Any(e => e.TraineeId == m.TraineeId && own.Contains(e.CohortId))).Select(m => m.PersonId);
        return people.Where(p => p.RegisteredBy == caller.UserName || db.Enrolments.Any(e => e.TraineeId == p.TraineeId && own.Contains(e.CohortId)) || merged.Contains(p.TraineeId));
    }

    private async Task<bool> IsOnOwnCohort(Caller caller, Trainee trainee, CancellationToken cancel)
    {
        var ids = (await grains.Records(trainee)).Select(r => r.Id).ToList();
        await using var db = await readModel.CreateDbContextAsync(cancel);
        var name = caller.Actor.ToLowerInvariant();
        var own = db.Cohorts.Where(c => db.CohortTrainers.Any(t => t.CohortId == c.CohortId && t.UserName.ToLower() == name));
        if (await db.Enrolments.AnyAsync(e => ids.Contains(e.TraineeId) && own.Any(c => c.CohortId == e.CohortId), cancel)) return true;

        // Somebody enrolled a moment ago is on the roster before the read model knows it.
        var live = await own.Where(c => c.State == CohortState.Planned || c.State == CohortState.Open || c.State == CohortState.Running).Select(c => c.CohortId).ToListAsync(cancel);
        var standing = await Task.WhenAll(live.Select(id => grains.GetGrain<ICohortGrain>(id).Standing([.. ids])));
        return standing.Any(s => s.Any(state => state is not null));
    }
}
