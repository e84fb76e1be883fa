using Learning.Contracts.Trainees;
using Learning.Domain.Identity;
using Learning.Domain.Ids;
using Learning.Domain.Trainees;
using Orleans.Concurrency;

namespace Learning.Grains.Trainees;

/// <inheritdoc cref="IRegistrationGrain"/>
[StatelessWorker]
public sealed class RegistrationGrain(IdentitySecret secret, TimeProvider clock) : Grain, IRegistrationGrain
{
    // A registration takes some 20 ms between its first claim and the person; half a second later it has surely crashed.
    private const int Looks = 20;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(25);

    /// <inheritdoc/>
    public async Task<RegistrationAnswer> Register(Registration registration)
    {
        // A repeat of a registration that went through is answered as it was.
        if (await Trainee(registration.ProposedId).Get() is { } done) return new RegistrationAnswer(done.Id, Matched: false, []);
        var evidence = Evidence.Of(registration, secret);
        var profile = Evidence.Kept(evidence, registration.Phone, registration.Consents);
        // Everybody claims in the same order, so that of two desks with the same keys one has all of them.
        var keys = IdentityKeys.Of(evidence).ToList();
        for (var look = 1; ; look++)
        {
            var holders = await Holders(keys);
            var (candidates, unwritten) = await Candidates(holders, registration.ProposedId);
            // Somebody is being registered with one of these keys right now. Who they are is known in a moment, and until then
            // nothing is held that others might wait for.
            if (unwritten.Count > 0 && look < Looks)
            {
                await Task.Delay(BetweenLooks, clock);
                continue;
            }

            var decision = IdentityMatch.Decide(evidence, candidates);
            // Whoever applies on the public page has shown nothing: knowing somebody's phone and name must not let a stranger
            // write into that person's profile or tie a register number to them.
            if (registration.By == RegistrationSource.Self && decision.Outcome == MatchOutcome.Matched)
                return new RegistrationAnswer(decision.PersonId!, Matched: true, []);
            // A holder who is still nobody is a registration that crashed after its claim: this one takes its place.
            var id = decision.PersonId ?? unwritten.FirstOrDefault() ?? registration.ProposedId;
            foreach (var nobody in unwritten.Append(registration.ProposedId).Where(u => u != id)) await Release(keys, nobody);

            // The keys are claimed before the person is written: of two desks registering one person, one finds the other's claim.
            if (!await Claim(keys, id, candidates))
            {
                if (id == registration.ProposedId) await Release(keys, id);
                if (look < 2 * Looks) continue;
                throw new InvalidOperationException("Others keep claiming this person's keys; try again.");
            }

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
        if (await GrainFactory.Survivor(holder) is { } other) return other.Id == id;
        // A holder who is nobody is a registration that crashed after its claim.
        await Key(key).Release(holder);
        return await Key(key).Claim(id) == id;
    }

    private async Task<ILookup<string, string>> Holders(List<string> keys)
    {
        var holders = await Task.WhenAll(keys.Select(async key => (Key: key, Holder: await Key(key).Holder())));
        return holders.Where(h => h.Holder is not null).ToLookup(h => h.Holder!, h => h.Key);
    }

    /// <summary>The holders who are somebody, and those other than <paramref name="own"/> who are nobody yet.</summary>
    private async Task<(List<MatchCandidate> Candidates, List<string> Unwritten)> Candidates(ILookup<string, string> holders, string own)
    {
        var (people, unwritten) = (new Dictionary<string, (Profile Known, List<string> Keys)>(), new List<string>());
        foreach (var holder in holders)
        {
            if (await GrainFactory.Survivor(holder.Key) is not { } person)
            {
                if (holder.Key != own) unwritten.Add(holder.Key);
                continue;
            }

            // Records of one person are one candidate, of whom is known what any of them says.
            if (!people.TryGetValue(person.Id, out var found)) found = (await Known(person), []);
            people[person.Id] = (found.Known, [.. found.Keys, .. holder]);
        }

        return ([.. people.Select(p => new MatchCandidate(p.Key, Evidence.Of(p.Value.Known, secret), p.Value.Keys))], unwritten);
    }

    private async Task<Profile> Known(Trainee person) =>
        (await GrainFactory.Records(person)).Select(r => r.Profile).Aggregate((known, said) => known.FilledFrom(said));

    /// <summary>Claims what nobody known holds. False if somebody new got in between.</summary>
    private async Task<bool> Claim(List<string> keys, string id, List<MatchCandidate> candidates)
    {
        var held = candidates.SelectMany(c => c.Keys).ToHashSet();
        foreach (var key in keys.Where(k => !held.Contains(k)))
            if (await Key(key).Claim(id) != id)
                return false;
        return true;
    }

    private async Task Release(List<string> keys, string id)
    {
        foreach (var key in keys) await Key(key).Release(id);
    }

    private ITraineeGrain Trainee(string id) => GrainFactory.GetGrain<ITraineeGrain>(id);

    private IIdentityKeyGrain Key(string key) => GrainFactory.GetGrain<IIdentityKeyGrain>(key);
}
