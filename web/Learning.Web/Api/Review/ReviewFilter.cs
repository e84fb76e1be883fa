using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Learning.Silo.ReadModel;
using Learning.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Learning.Web.Api.Review;

/// <summary>What of the review queue is asked for; all must hold together. The newest day comes first, a session's scans together.</summary>
/// <param name="Quarantined">Only items that no session could take, or only scans; <see langword="null"/> for both.</param>
/// <param name="Cohort">Cohort id.</param>
/// <param name="Session">Session id in its one form.</param>
/// <param name="Device">Device id.</param>
/// <param name="Reason">A code of <see cref="Domain.Checkin.ReviewReason"/>.</param>
internal sealed record ReviewFilter(bool? Quarantined = null, string? Cohort = null, string? Session = null, string? Device = null, string? Reason = null)
{
    /// <summary>What the caller may see: administrators and managers all, trainers what is of their own cohorts and phones.</summary>
    public static IQueryable<ReviewRow> Visible(LearningReadModel db, Caller caller)
    {
        if (caller.IsAdministrator || caller.IsManager) return db.ToReview;
        var name = caller.Actor.ToLowerInvariant();
        return db.ToReview.Where(r => r.Quarantined
            ? db.Devices.Any(d => d.DeviceId == r.Owner && d.Owner.ToLower() == name)
            : db.CohortTrainers.Any(t => t.CohortId == r.CohortId && t.UserName.ToLower() == name));
    }

    /// <summary>What the filter leaves.</summary>
    /// <param name="rows">What the caller may see.</param>
    public IQueryable<ReviewRow> Of(IQueryable<ReviewRow> rows)
    {
        if (Quarantined is { } quarantined) rows = rows.Where(r => r.Quarantined == quarantined);
        if (!string.IsNullOrEmpty(Cohort)) rows = rows.Where(r => r.CohortId == Cohort);
        if (!string.IsNullOrEmpty(Session)) rows = rows.Where(r => r.SessionId == Session);
        if (!string.IsNullOrEmpty(Device)) rows = rows.Where(r => r.DeviceId == Device || r.Owner == Device);
        if (string.IsNullOrEmpty(Reason)) return rows;
        var word = $" {Reason} ";
        return rows.Where(r => (" " + r.Reasons + " ").Contains(word));
    }

    /// <summary>A page of it.</summary>
    /// <param name="rows">What the caller may see.</param>
    /// <param name="after">Key of the last row of the page before; what can't be read begins anew.</param>
    /// <param name="most">Most rows.</param>
    /// <param name="cancel">Cancels.</param>
    public Task<List<ReviewRow>> Run(IQueryable<ReviewRow> rows, string? after, int most, CancellationToken cancel)
    {
        var found = Of(rows);
        if (Read(after) is var (day, session, item))
        {
            found = found.Where(r => r.HeldOn < day
                || (r.HeldOn == day && r.SessionId.CompareTo(session) > 0)
                || (r.HeldOn == day && r.SessionId == session && r.ItemId.CompareTo(item) > 0));
        }

        return found.OrderByDescending(r => r.HeldOn).ThenBy(r => r.SessionId).ThenBy(r => r.ItemId).Take(most).ToListAsync(cancel);
    }

    /// <summary>What names a row for the next page.</summary>
    public static string KeyOf(ReviewRow row) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join('\n', row.HeldOn.ToString("O", CultureInfo.InvariantCulture), row.SessionId, row.ItemId)));

    private static (DateOnly Day, string Session, string Item)? Read(string? key)
    {
        if (string.IsNullOrEmpty(key) || key.Length > 400 || !Base64Url.IsValid(key)) return null;
        return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(key)).Split('\n', 3) is [var day, var session, var item]
            && DateOnly.TryParseExact(day, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var heldOn)
                ? (heldOn, session, item)
                : null;
    }
}
