using System.Security.Claims;
using Learning.Contracts.Cohorts;
using Learning.Domain.Cohorts;
using Learning.Domain.Ids;
using Learning.Domain.Sessions;
using Learning.Web.Accounts;
using Learning.Web.Api.Problems;

namespace Learning.Web.Api.Cohorts;

/// <summary>
/// Whose cohort it is: administrators see and change every one, managers see every one, trainers see and change their own.
/// What somebody may not see is answered like what isn't there.
/// </summary>
public sealed class CohortAccess(IGrainFactory grains)
{
    /// <summary>The cohort, or <see langword="null"/> if there is none or the caller may not see it.</summary>
    /// <param name="user">The caller.</param>
    /// <param name="cohortId">As sent.</param>
    public async Task<Cohort?> See(ClaimsPrincipal user, string? cohortId)
    {
        if (!LearningId.IsId(cohortId)) return null;
        var caller = Caller.Of(user);
        if (await grains.GetGrain<ICohortGrain>(cohortId!).Get() is not { } cohort) return null;
        return caller.IsAdministrator || caller.IsManager || IsTrainer(caller, cohort) ? cohort : null;
    }

    /// <summary>The cohort for changing it, or why not.</summary>
    /// <param name="user">The caller.</param>
    /// <param name="cohortId">As sent.</param>
    public async Task<(Cohort? Cohort, Problem? Refusal)> Change(ClaimsPrincipal user, string? cohortId)
    {
        if (await See(user, cohortId) is not { } cohort) return (null, Problem.NotFound);
        var caller = Caller.Of(user);
        return caller.IsAdministrator || IsTrainer(caller, cohort) ? (cohort, null) : (null, Problem.Forbidden);
    }

    /// <summary>Whether a person may check people in at a session.</summary>
    /// <param name="userName">User name.</param>
    /// <param name="isAdministrator">Whether an administrator.</param>
    /// <param name="sessionId">A well-formed session id.</param>
    public async Task<bool> MayCheckIn(string userName, bool isAdministrator, string sessionId)
    {
        if (isAdministrator) return true;
        _ = SessionId.TryParse(sessionId, out var cohortId, out _);
        // Of a session that isn't there nobody is kept away: whoever asks finds nothing.
        return await grains.GetGrain<ICohortGrain>(cohortId).Get() is not { } cohort || Has(cohort, userName);
    }

    private static bool IsTrainer(Caller caller, Cohort cohort) => caller.IsTrainer && Has(cohort, caller.Actor);

    private static bool Has(Cohort cohort, string userName) => cohort.Plan.Trainers.Have(userName);
}
