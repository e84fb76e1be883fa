using Learning.Contracts.Trainees;
using Learning.Domain.Identity;
using Learning.Domain.Trainees;

namespace Learning.Grains.Trainees;

/// <inheritdoc cref="IMergingGrain"/>
public sealed class MergingGrain(IdentitySecret secret) : Grain, IMergingGrain
{
    /// <inheritdoc/>
    public async Task<MergeOutcome> Merge(MergeRequest request)
    {
        if (await Record(request.TraineeId).Get() is not { } one) return MergeOutcome.Refused("trainee.unknown");
        if (one.Merges.FirstOrDefault(m => m.Request == request.Request) is { } done) return MergeOutcome.Done(done);
        if (one.MergedInto is not null) return MergeOutcome.Refused("merge.already");
        if (await GrainFactory.Survivor(request.Into) is not { } other) return MergeOutcome.Refused("trainee.unknown", "into");
        if (other.Id == one.Id) return MergeOutcome.Refused("merge.same", "into");
        if (one.Retracted) return MergeOutcome.Refused("merge.retracted");
        if (other.Retracted) return MergeOutcome.Refused("merge.retracted", "into");
        var against = MergeRule.Against(await Said(one), await Said(other));
        if (Refusal(against) is { } code) return MergeOutcome.Refused(code, "into");

        // The record that stays notes it first, and only the other's own word makes it so: cut off in between, nothing is merged
        // yet, and a repeat goes on.
        await Record(other.Id).AddRecord(one.Id);
        return await Record(one.Id).MergeInto(request with { Into = other.Id });
    }

    /// <inheritdoc/>
    public async Task<MergeOutcome> Undo(string mergeId, string by)
    {
        if (MergeId.TraineeOf(mergeId) is not { } traineeId) return MergeOutcome.Refused("merge.unknown");
        var outcome = await Record(traineeId).UndoMerge(mergeId, by);
        // A repeat completes an undo that was cut off here, but leaves alone what was merged again since.
        if (outcome.Merge is { Into: var into } && (await Record(traineeId).Get())!.MergedInto != into) await Record(into).RemoveRecord(traineeId);
        return outcome;
    }

    private static string? Refusal(Contradiction against) =>
        against.HasFlag(Contradiction.OtherRegisterNumber) ? "merge.otherRegisterNumber"
        : against.HasFlag(Contradiction.OtherSex) ? "merge.otherSex"
        : against.HasFlag(Contradiction.OtherBirthYear) ? "merge.otherBirthYear"
        : null;

    private async Task<List<PersonEvidence>> Said(Trainee person) => [.. (await GrainFactory.Records(person)).Select(r => Evidence.Of(r.Profile, secret))];

    private ITraineeGrain Record(string id) => GrainFactory.GetGrain<ITraineeGrain>(id);
}
