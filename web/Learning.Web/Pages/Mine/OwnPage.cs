using Learning.Contracts.Badges;
using Learning.Contracts.Trainees;
using Learning.Domain.Badges;
using Learning.Domain.Ids;
using Learning.Domain.Regions;
using Learning.Domain.Trainees;
using Learning.Silo.ReadModel;
using Learning.Web.Accounts.SignIn;
using Learning.Web.Api.Badges;
using Learning.Web.Api.Trainees;
using Learning.Web.Audit;
using Microsoft.EntityFrameworkCore;

namespace Learning.Web.Pages.Mine;

/// <summary>Opens a trainee's own page: a badge (or its short code) says whose, a PIN says that it is them.</summary>
/// <param name="grains">The grains.</param>
/// <param name="people">Who is who, after merges.</param>
/// <param name="keys">Badges are signed by these.</param>
/// <param name="regions">The country.</param>
/// <param name="clock">Says which day it is.</param>
/// <param name="readModel">Where short codes are found.</param>
/// <param name="attempts">How often somebody may be wrong.</param>
/// <param name="audit">The audit log.</param>
public sealed class OwnPage(
    IGrainFactory grains, People people, BadgeKeys keys, RegionTree regions, TimeProvider clock,
    IDbContextFactory<LearningReadModel> readModel, SignInAttempts attempts, IAuditLog audit)
{
    // Of nobody: a code that nobody has is tried like one that somebody has, and its tries are counted, too.
    private static readonly string Nobody = LearningId.From("trainee", "nobody");

    /// <summary>The badge that a QR code's address names.</summary>
    /// <param name="code">The part of the address after <c>/B/</c>.</param>
    public async Task<BadgeLink> Find(string code)
    {
        if (!BadgeText.TryParse($"https://badge/B/{code}", out var badge) || !badge.IsBadge) return BadgeLink.NotOurs;
        // An expired badge still says whose it is: certificates are looked for years later.
        if (keys.Verify(badge, regions.Today(clock)) is not (BadgeVerdict.Valid or BadgeVerdict.Expired)) return BadgeLink.NotOurs;
        var id = badge.Payload.BadgeId;
        return await grains.GetGrain<IBadgeGrain>(id).Get() switch
        {
            null => BadgeLink.NotOurs,
            { RevokedAt: not null } => BadgeLink.Replaced,
            var holder => new BadgeLink(BadgeLinkState.Good, id, holder.TraineeId),
        };
    }

    /// <summary>The badge in force that has a short code; when there is none, one of nobody.</summary>
    /// <param name="typed">As typed.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<BadgeLink> FindShort(string? typed, CancellationToken cancel)
    {
        var link = new BadgeLink(BadgeLinkState.Good, "none", Nobody);
        if (!ShortCode.TryRead(typed, out var code)) return link;
        await using var db = await readModel.CreateDbContextAsync(cancel);
        foreach (var id in await db.Badges.Where(b => b.ShortCode == code && b.RevokedAt == null).OrderBy(b => b.BadgeId).Select(b => b.BadgeId).Take(2).ToListAsync(cancel))
        {
            // The list may be a moment behind the badge itself.
            if (await grains.GetGrain<IBadgeGrain>(id).Get() is { RevokedAt: null } holder) return new BadgeLink(BadgeLinkState.Good, id, holder.TraineeId);
        }

        return link;
    }

    /// <summary>Tries a PIN, and opens the page in this browser if it is right. The answer must not have started.</summary>
    /// <param name="http">The request.</param>
    /// <param name="badge">Whose page, see <see cref="Find"/>.</param>
    /// <param name="pin">As typed.</param>
    public async Task<PinOutcome> Open(HttpContext http, BadgeLink badge, string pin)
    {
        using var turn = await attempts.TakeAsync($"badge:{badge.BadgeId}", http.Connection.RemoteIpAddress, http.RequestAborted);
        if (turn is null) return PinOutcome.TooMany;
        var trainee = await people.Find(badge.TraineeId);
        var check = await grains.GetGrain<ITraineeGrain>(trainee?.Id ?? Nobody).TryPin(pin);
        if (check != PinCheck.Right || trainee is null)
        {
            turn.Failed();
            return check switch { PinCheck.Locked => PinOutcome.Locked, PinCheck.None => PinOutcome.None, _ => PinOutcome.Wrong };
        }

        await TraineeSignIn.SignInAsync(http, trainee.Id);
        await audit.Note(http.User, "mine.open", trainee.Id, badge.BadgeId!);
        return PinOutcome.Opened;
    }

    /// <summary>Tries the PIN of somebody whose page is open already, before a new one is set.</summary>
    /// <param name="http">The request.</param>
    /// <param name="traineeId">Whose.</param>
    /// <param name="pin">As typed.</param>
    public async Task<PinOutcome> Confirm(HttpContext http, string traineeId, string pin)
    {
        using var turn = await attempts.TakeAsync($"mine:{traineeId}", http.Connection.RemoteIpAddress, http.RequestAborted);
        if (turn is null) return PinOutcome.TooMany;
        var check = await grains.GetGrain<ITraineeGrain>(traineeId).TryPin(pin);
        if (check == PinCheck.Right) return PinOutcome.Opened;
        turn.Failed();
        return check == PinCheck.Locked ? PinOutcome.Locked : PinOutcome.Wrong;
    }
}
