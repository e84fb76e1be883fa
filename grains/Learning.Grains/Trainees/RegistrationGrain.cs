using Learning.Contracts.Trainees;
using Learning.Domain.Identity;
using Learning.Domain.Ids;
using Learning.Domain.Trainees;
using Orleans.Concurrency;

namespace Learning.Grains.Trainees;

/// <inheritdoc cref="IRegistrationGrain"/>
[StatelessWorker]
public sealed class RegistrationGrain(IdentitySecret secret) : Grain, IRegistrationGrain
{
    // Each further round means that somebody else claimed a key of the same person a moment ago.
    private const int Rounds = 5;

    /// <inheritdoc/>
    public async Task<RegistrationAnswer> Register(Registration registration)
    {
        // A repeat of a registration that went through is answered as it was.
        if (await Trainee(registration.ProposedId).Get() is { } done) return new RegistrationAnswer(done.Id, Matched: false, []);
        var evidence = Evidence.Of(registration, secret);
        var profile = Evidence.Kept(evidence, registration.Phone, registration.Consents);
        var keys = IdentityKeys.Of(evidence).ToList();
        for (var round = 1; ; round++)
        {
            var holders = await Holders(keys);
            var (candidates, vacant) = await Candidates(holders);
            var decision = IdentityMatch.Decide(evidence, candidates);
            var id = decision.PersonId ?? vacant ?? registration.ProposedId;

            // The keys are claimed before the person is written: of two desks registering one person, one finds the other's claim.
            if (!await Claim(keys, id, candidates) && round < Rounds) continue;
            await Trainee(id).Register(profile, registration.By);
            var others = decision.Outcome == MatchOutcome.Conflict ? decision.Reasons.Select(r => r.PersonId) : [];
            return new RegistrationAnswer(id, decision.Outcome == MatchOutcome.Matched, [.. others]);
        }
    }

    /// <inheritdoc/>
    public async Task<OperationResult> Correct(Registration said)
    {
        if (await Trainee(said.ProposedId).Get() is not { } known) return OperationResult.Refused("trainee.unknown");
        var before = Evidence.Of(known.Profile, secret);
        var after = Evidence.Of(said, secret);
        if (said.RegisterNumber is null) after = after with { Register = before.Register };

        // The register number's key comes first: when it is refused, nothing else has been claimed yet.
        foreach (var key in IdentityKeys.Of(after).Except(IdentityKeys.Of(before)))
            if (!await Claim(key, known.Id) && key.StartsWith(IdentityKeys.RegisterPrefix, StringComparison.Ordinal))
                return OperationResult.Refused("trainee.registerTaken", "registerNumber");
        var result = await Trainee(known.Id).Update(Evidence.Kept(after, said.Phone, said.Consents));
        await Task.WhenAll(IdentityKeys.Of(before).Except(IdentityKeys.Of(after)).Select(key => Key(key).Release(known.Id)));
        return result;
    }

    /// <summary>Claims a key for somebody known. False if it is another person's.</summary>
    private async Task<bool> Claim(string key, string id)
    {
        var holder = await Key(key).Claim(id);
        if (holder == id) return true;
        if (await Trainee(holder).Get() is { } other) return other.MergedInto == id;
        // A holder who is nobody is a registration that crashed after its claim.
        await Key(key).Release(holder);
        return await Key(key).Claim(id) == id;
    }

    private async Task<ILookup<string, string>> Holders(List<string> keys)
    {
        var holders = await Task.WhenAll(keys.Select(async key => (Key: key, Holder: await Key(key).Holder())));
        return holders.Where(h => h.Holder is not null).ToLookup(h => h.Holder!, h => h.Key);
    }

    private async Task<(List<MatchCandidate> Candidates, string? Vacant)> Candidates(ILookup<string, string> holders)
    {
        var candidates = new List<MatchCandidate>();
        string? vacant = null;
        foreach (var holder in holders)
        {
            // A holder who is nobody is a registration that crashed after its claim: this one takes its place.
            if (await Trainee(holder.Key).Get() is { } trainee) candidates.Add(new MatchCandidate(trainee.MergedInto ?? trainee.Id, Evidence.Of(trainee.Profile, secret), [.. holder]));
            else vacant ??= holder.Key;
        }

        return (candidates, vacant);
    }

    /// <summary>Claims what nobody known holds. False if somebody new got in between.</summary>
    private async Task<bool> Claim(List<string> keys, string id, List<MatchCandidate> candidates)
    {
        var held = candidates.Where(c => c.PersonId != id).SelectMany(c => c.Keys).ToHashSet();
        var winners = await Task.WhenAll(keys.Where(k => !held.Contains(k)).Select(k => Key(k).Claim(id)));
        return winners.All(winner => winner == id || candidates.Any(c => c.PersonId == id));
    }

    private ITraineeGrain Trainee(string id) => GrainFactory.GetGrain<ITraineeGrain>(id);

    private IIdentityKeyGrain Key(string key) => GrainFactory.GetGrain<IIdentityKeyGrain>(key);
}
