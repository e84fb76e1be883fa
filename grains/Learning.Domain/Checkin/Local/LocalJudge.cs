using Learning.Domain.Badges;
using Learning.Domain.Cohorts;
using Learning.Domain.Sync;

namespace Learning.Domain.Checkin.Local;

/// <summary>The rules by which a phone judges a code without a signal (checkin-protocol.md, what the trainer sees).</summary>
public static class LocalJudge
{
    /// <summary>Judges a scanned or typed code.</summary>
    /// <param name="code">What it was read as.</param>
    /// <param name="signatureMatches">Whether its signature matches under the key it names.</param>
    /// <param name="known">What the phone knows.</param>
    public static LocalFinding OfCode(ParsedBadge code, bool signatureMatches, LocalKnowledge known) => code.Kind switch
    {
        BadgeTextKind.UnknownVersion => new LocalFinding { Verdict = LocalVerdict.UpdateApp },
        BadgeTextKind.ShortCode => Found(known.Roster.ByShortCode(code.ShortCode!), null, roster => roster.ByShortCode(code.ShortCode!), known),
        BadgeTextKind.Badge => OfBadge(code.Payload!, signatureMatches, known),
        _ => new LocalFinding { Verdict = LocalVerdict.Foreign },
    };

    /// <summary>Judges somebody found by name.</summary>
    /// <param name="traineeId">Who.</param>
    /// <param name="known">What the phone knows.</param>
    public static LocalFinding OfPerson(string traineeId, LocalKnowledge known) =>
        Found(known.Roster.ByTrainee(traineeId), null, roster => roster.ByTrainee(traineeId), known);

    private static LocalFinding OfBadge(BadgePayload badge, bool signatureMatches, LocalKnowledge known)
    {
        var person = known.Roster.ByBadge(badge.BadgeId);
        LocalFinding Refused(LocalVerdict verdict) => new() { Verdict = verdict, Person = person, BadgeId = badge.BadgeId };

        var verdict = BadgeRule.Judge(badge, BadgeRule.KeyOf(badge, known.Keys), signatureMatches, known.Roster.Session.Date);
        // Whose it would be is nobody's business until the signature holds.
        if (verdict == BadgeVerdict.UnknownKey) return new LocalFinding { Verdict = LocalVerdict.UnknownKey };
        if (verdict is BadgeVerdict.BadSignature or BadgeVerdict.KeyOutOfDate) return new LocalFinding { Verdict = LocalVerdict.Foreign };
        if (known.Revocations.Contains(badge.BadgeId) || known.Roster.IsRevoked(badge.BadgeId)) return Refused(LocalVerdict.Replaced);
        if (verdict == BadgeVerdict.Expired) return Refused(LocalVerdict.Expired);
        if (verdict == BadgeVerdict.NotYetValid) return Refused(LocalVerdict.NotYetValid);
        return Found(person, badge.BadgeId, roster => roster.ByBadge(badge.BadgeId), known);
    }

    private static LocalFinding Found(BundlePerson? person, string? badgeId, Func<LocalRoster, BundlePerson?> lookUp, LocalKnowledge known)
    {
        var finding = new LocalFinding { Verdict = LocalVerdict.CheckedIn, Person = person, BadgeId = badgeId, Stores = true };
        // Whoever is here is here, whatever the list said this morning. A repeat on this phone is told and not stored; where
        // only the server says so, the scan is evidence of its own.
        if (finding.PersonKey is { } key && known.View.Of(key) is { } presence)
            return finding with { Verdict = LocalVerdict.Already, Since = presence.At, Stores = presence.ScanId is null };
        if (person?.State == EnrolmentState.Withdrawn) return finding with { Verdict = LocalVerdict.Withdrawn, Stores = false, MayOverride = true };
        if (person?.State.HoldsPlace() == true) return finding;

        var other = known.Others.FirstOrDefault(roster => lookUp(roster)?.State.HoldsPlace() == true);
        if (other is not null)
            return finding with
            {
                Verdict = LocalVerdict.OtherSession, Person = person ?? lookUp(other), OtherSessionId = other.Session.SessionId, Stores = false, MayOverride = true,
            };
        // A typed code that is on no list names nobody whom a scan could be about.
        return finding with { Verdict = LocalVerdict.NotOnList, Stores = false, MayOverride = finding.PersonKey is not null };
    }
}
