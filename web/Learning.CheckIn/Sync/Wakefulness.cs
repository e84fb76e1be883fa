using Learning.CheckIn.Browser;
using Learning.CheckIn.Enrolment;
using Learning.CheckIn.Rosters;

namespace Learning.CheckIn.Sync;

/// <summary>
/// What the app does by itself while it is open: sends the queue when the line or the app comes back and every half minute,
/// and keeps today's lists fresh while there is a line.
/// </summary>
public sealed class Wakefulness(Drain drain, RosterShelf shelf, ServerLine line, PhoneEnrolment enrolment, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(3);
    private bool refreshing;

    /// <summary>Starts it.</summary>
    public void Start()
    {
        Handset.OnWake(kind => _ = Wake(kind));
        Store.Watch(kind => _ = OtherTab(kind));
        _ = Wake("visible");
    }

    /// <summary>Another tab wrote scans.</summary>
    public event Action? ScansElsewhere;

    private async Task Wake(string kind)
    {
        if (kind == "offline")
        {
            line.Silent();
            return;
        }

        if (kind == "online") drain.Afresh();
        if (kind == "hidden" || enrolment.Device is null || line.State == LineState.SignIn) return;
        var isEmpty = await drain.Run(byHand: false);
        if (isEmpty && line.State != LineState.SignIn) await Refresh();
    }

    private async Task OtherTab(string kind)
    {
        if (kind == "scans")
        {
            await drain.Count();
            ScansElsewhere?.Invoke();
        }
        else
        {
            await enrolment.Read();
            await shelf.Read();
        }
    }

    private async Task Refresh()
    {
        if (refreshing) return;
        refreshing = true;
        try
        {
            var now = clock.GetUtcNow();
            var stale = shelf.Saved.Values.Where(s => now - s.DownloadedAt > Fresh && IsNear(s, now)).Select(s => s.Session.SessionId).ToArray();
            // Without lists to refresh, the list of sessions says whether there is a line.
            if (stale.Length > 0) await shelf.Download(stale);
            else if (line.State != LineState.Online || line.LastContact is not { } last || now - last > Fresh) await shelf.AskOffers();
        }
        finally
        {
            refreshing = false;
        }
    }

    private static bool IsNear(SavedSession saved, DateTimeOffset now) => Math.Abs(saved.Session.Date.DayNumber - DateOnly.FromDateTime(now.UtcDateTime).DayNumber) <= 1;
}
