using System.Security.Claims;
using Learning.Contracts.Trainees;
using Learning.Domain.Trainees;
using Learning.Web.Accounts;
using Learning.Web.Audit;

namespace Learning.Web.Api.Trainees;

/// <summary>Merges records and takes merges back, and notes it at both, for calls and pages alike.</summary>
public sealed class Merging(IGrainFactory grains, IAuditLog audit)
{
    /// <summary>Merges.</summary>
    /// <param name="user">Who.</param>
    /// <param name="traineeId">The record to merge.</param>
    /// <param name="into">The record that stays.</param>
    /// <param name="reason">Why.</param>
    /// <param name="request">Id of the request.</param>
    public async Task<MergeOutcome> Merge(ClaimsPrincipal user, string traineeId, string into, string reason, string request) =>
        await Note(user, "trainee.merge", await Grain.Merge(new MergeRequest(traineeId, into, Caller.Of(user).Actor, reason, request)));

    /// <summary>Takes a merge back.</summary>
    /// <param name="user">Who.</param>
    /// <param name="mergeId">Which.</param>
    public async Task<MergeOutcome> Undo(ClaimsPrincipal user, string mergeId) =>
        await Note(user, "trainee.mergeUndo", await Grain.Undo(mergeId, Caller.Of(user).Actor));

    private IMergingGrain Grain => grains.GetGrain<IMergingGrain>(0);

    private async Task<MergeOutcome> Note(ClaimsPrincipal user, string action, MergeOutcome outcome)
    {
        if (outcome.Merge is not { } merge) return outcome;
        await audit.Note(user, action, MergeId.TraineeOf(merge.Id)!, merge.Id);
        await audit.Note(user, action, merge.Into, merge.Id);
        return outcome;
    }
}
