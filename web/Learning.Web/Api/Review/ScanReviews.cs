using System.Security.Claims;
using Learning.Contracts.Sessions;
using Learning.Domain.Checkin;
using Learning.Domain.Cohorts;
using Learning.Domain.Ids;
using Learning.Web.Accounts;
using Learning.Web.Api.Cohorts;
using Learning.Web.Api.Problems;
using Learning.Web.Audit;

namespace Learning.Web.Api.Review;

/// <summary>Decides about flagged scans: administrators everywhere, trainers at their own cohorts.</summary>
public sealed class ScanReviews(IGrainFactory grains, CohortAccess access, IAuditLog audit, TimeProvider clock)
{
    /// <summary>Decides about scans of one session.</summary>
    /// <param name="user">Who decides.</param>
    /// <param name="cohortId">The session's cohort.</param>
    /// <param name="sessionId">The session, in its one form.</param>
    /// <param name="scanIds">The scans.</param>
    /// <param name="verdict">What is decided.</param>
    /// <param name="reason">Why.</param>
    /// <param name="callId">Names the call, so that its repeat is one.</param>
    /// <returns>One outcome a scan, in the same order; or why none was decided.</returns>
    public async Task<(ReviewAnswer? Answer, Problem? Refusal)> Decide(
        ClaimsPrincipal user, string cohortId, string sessionId, IReadOnlyList<string> scanIds, ReviewVerdict verdict, string reason, string callId)
    {
        var (cohort, refusal) = await access.Change(user, cohortId);
        if (refusal is not null) return (null, refusal);
        // Its marks count nowhere, and nobody is put on its roster any more.
        if (verdict == ReviewVerdict.Accept && cohort!.State == CohortState.Cancelled) return (null, new Problem(StatusCodes.Status409Conflict, "cohort.cancelled"));
        var session = grains.GetGrain<ISessionGrain>(sessionId);
        if (await session.Attendance() is null) return (null, Problem.NotFound);

        var (by, at) = (Caller.Of(user).Actor, clock.GetUtcNow());
        var outcomes = await session.Review([.. scanIds.Select(scan => new ScanReview(LearningId.From("review", sessionId, scan, callId), scan, verdict, reason, by, at))]);
        var decided = outcomes.Where(o => o.Refused is null).Select(o => o.ScanId).ToList();
        if (decided.Count > 0) await audit.Note(user, $"session.review.{verdict.ToString().ToLowerInvariant()}", sessionId, string.Join(' ', decided));
        return (new ReviewAnswer(outcomes, cohort!.State == CohortState.Closed && decided.Count > 0 && verdict != ReviewVerdict.Seen), null);
    }
}
