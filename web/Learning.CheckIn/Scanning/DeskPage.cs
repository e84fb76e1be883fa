using Learning.CheckIn.Rosters;
using Learning.CheckIn.Settings;
using Learning.CheckIn.Sync;
using Learning.CheckIn.Words;
using Learning.Domain.Checkin.Local;
using Learning.Domain.Cohorts;
using Learning.Domain.Sync;
using Microsoft.AspNetCore.Components;

namespace Learning.CheckIn.Scanning;

/// <summary>A screen of one session: opens its desk, and shows anew what changes without a tap.</summary>
public abstract class DeskPage : ComponentBase, IDisposable
{
    /// <summary>Session id as it stands in the address.</summary>
    [Parameter] public string Id { get; set; } = "";

    /// <summary>Words.</summary>
    [Inject] public FieldWords T { get; set; } = null!;

    /// <summary>Rosters.</summary>
    [Inject] public RosterShelf Shelf { get; set; } = null!;

    /// <summary>Writes scans.</summary>
    [Inject] public ScanPen Pen { get; set; } = null!;

    /// <summary>The queue.</summary>
    [Inject] public Drain Queue { get; set; } = null!;

    /// <summary>Preferences.</summary>
    [Inject] public PhoneSettings Settings { get; set; } = null!;

    /// <summary>Hears of other tabs.</summary>
    [Inject] public Wakefulness Awake { get; set; } = null!;

    /// <summary>Where to go.</summary>
    [Inject] public NavigationManager Navigation { get; set; } = null!;

    /// <summary>The desk; open once <see cref="IsOpen"/>.</summary>
    protected CheckInDesk Desk { get; private set; } = null!;

    /// <summary>Whether the session is on this phone and open.</summary>
    protected bool IsOpen { get; private set; }

    /// <summary>Whether it is known that the session is not on this phone.</summary>
    protected bool IsMissing { get; private set; }

    /// <summary>The session.</summary>
    protected BundleSession Session => Desk.Saved!.Session;

    /// <summary>Title of the course.</summary>
    protected string Title => T.Pick(Session.TitleMn, Session.TitleEn);

    /// <summary>Number, day and place.</summary>
    protected string Lead => $"{T["sessions.number", Session.Number]} · {FieldWords.Day(Session.Date)} · {T.Pick(Session.RegionMn, Session.RegionEn)}, {Session.Venue}";

    /// <summary>How many hold a place.</summary>
    protected int Places => Session.People.Count(p => p.State.HoldsPlace());

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Desk = new CheckInDesk(Shelf, Pen, Queue);
        IsOpen = await Desk.Open(Id.Replace('~', '/'));
        IsMissing = !IsOpen;
        if (!IsOpen) return;
        Desk.Changed += Redraw;
        Queue.Changed += Redraw;
        Awake.ScansElsewhere += Reload;
        await Settings.Set(Settings.Now with { LastSession = Session.SessionId });
        await Opened();
    }

    /// <summary>What the screen does once the session is open.</summary>
    protected virtual Task Opened() => Task.CompletedTask;

    /// <summary>A time of day where the session is.</summary>
    /// <param name="at">UTC.</param>
    protected string Time(DateTimeOffset at) => FieldWords.Time(at, Session.UtcOffsetMinutes);

    /// <summary>What somebody is called.</summary>
    /// <param name="scan">A scan of theirs.</param>
    protected string NameOf(LocalScan scan) => Desk.NameOf(scan) ?? T["scan.unlisted"];

    /// <inheritdoc/>
    public virtual void Dispose()
    {
        if (IsOpen)
        {
            Desk.Changed -= Redraw;
            Queue.Changed -= Redraw;
            Awake.ScansElsewhere -= Reload;
        }

        Desk?.Dispose();
        GC.SuppressFinalize(this);
    }

    private void Redraw() => InvokeAsync(StateHasChanged);

    private void Reload() => InvokeAsync(Desk.Reload);
}
