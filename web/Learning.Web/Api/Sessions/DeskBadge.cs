using Learning.Contracts.Badges;
using Learning.Contracts.Cohorts;
using Learning.Domain.Badges;
using Learning.Domain.Checkin;
using Learning.Domain.Sessions;
using Learning.Silo.ReadModel;
using Learning.Web.Api.Badges;
using Learning.Web.Api.Problems;
using Learning.Web.Api.Trainees;
using Microsoft.EntityFrameworkCore;

namespace Learning.Web.Api.Sessions;

/// <summary>Reads what a USB scanner typed at the desk: a badge, which is verified, or a short code, which is looked up.</summary>
public sealed class DeskBadge(IGrainFactory grains, BadgeKeys keys, People people, IDbContextFactory<LearningReadModel> readModel)
{
    /// <summary>The scan to record, or why there is none.</summary>
    /// <param name="scan">The scan without its badge.</param>
    /// <param name="frame">The session.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<(Scan? Scan, Problem? Refusal)> Read(Scan scan, SessionFrame frame, string text, CancellationToken cancel)
    {
        if (!BadgeText.TryParse(text, out var badge)) return (null, Refused(badge.Kind == BadgeTextKind.UnknownVersion ? "badge.updateApp" : "badge.foreign"));
        if (badge.ShortCode is { } code) return await ByShortCode(scan, code, cancel);

        // A badge out of its dates is recorded and waits for review; one that we did not sign is nobody's.
        if (keys.Verify(badge, frame.Plan.Date) is BadgeVerdict.UnknownKey or BadgeVerdict.BadSignature or BadgeVerdict.KeyOutOfDate) return (null, Refused("badge.notOurs"));
        return await grains.GetGrain<IBadgeGrain>(badge.Payload!.BadgeId).Get() is null
            ? (null, Refused("badge.notOurs"))
            : (scan with { BadgeId = badge.Payload.BadgeId, Method = ScanMethod.Qr }, null);
    }

    /// <summary>On the session's roster first, then everywhere: two badges may share a short code.</summary>
    private async Task<(Scan? Scan, Problem? Refusal)> ByShortCode(Scan scan, string code, CancellationToken cancel)
    {
        _ = SessionId.TryParse(scan.SessionId, out var cohortId, out _);
        var roster = (await grains.GetGrain<ICohortGrain>(cohortId).Get())?.Roster.Select(e => e.TraineeId) ?? [];
        var holders = (await people.Of(roster)).Values.Where(t => t.Badges.Any(b => b.ShortCode == code)).Select(t => t.Badges.First(b => b.ShortCode == code).Id).Distinct().ToList();
        if (holders.Count == 0)
        {
            await using var db = await readModel.CreateDbContextAsync(cancel);
            holders = await db.Badges.Where(b => b.ShortCode == code).Select(b => b.BadgeId).ToListAsync(cancel);
        }

        return holders switch
        {
            [var only] => (scan with { BadgeId = only, Method = ScanMethod.Search }, null),
            [] => (null, Refused("badge.unknownCode")),
            _ => (null, Refused("badge.severalCodes")),
        };
    }

    private static Problem Refused(string code) => new(StatusCodes.Status422UnprocessableEntity, code);
}
