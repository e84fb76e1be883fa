using Learning.Domain.Checkin;
using Learning.Domain.Cohorts;
using Learning.Domain.Ids;
using Learning.Domain.Regions;
using Learning.Domain.Sessions;
using Learning.Domain.Text;
using Learning.Domain.Trainees;
using Learning.Silo.Projections;
using Learning.Silo.ReadModel;
using Learning.Web.Accounts;
using Learning.Web.Api.Review;
using Learning.Web.Api.Trainees;
using Learning.Web.Audit;
using Learning.Web.Kit.Forms;
using Learning.Web.Pages.Cohorts;
using Learning.Web.Pages.Sessions;
using Learning.Web.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Learning.Web.Pages.Review;

/// <summary>Reads the queue, and decides what was picked. What is decided ends in a redirect, so that reloading repeats nothing.</summary>
public sealed partial class ReviewPage : ComponentBase
{
    private const int AtOnce = 60;
    private const int LongestReason = 200;
    private const int MostSettled = 10;

    // A scan that came within a minute was sent at once.
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(1);

    private readonly FormErrors errors = [];
    private readonly Dictionary<string, int> refused = [];
    private List<ReviewRow> rows = [];
    private List<ReviewGroup> groups = [];
    private List<CohortRow> settleAgain = [];
    private List<Option> targets = [];
    private IReadOnlyDictionary<string, Trainee> people = new Dictionary<string, Trainee>();
    private Dictionary<string, string> deviceNames = [];
    private HashSet<string> picked = [];
    private int scans;
    private int quarantined;
    private string? next;
    private bool isQuarantine;
    private bool isFiltered;
    private bool mayDecide;
    private Caller caller = null!;

    /// <summary><c>quarantined</c> for items that no session could take; else scans.</summary>
    [SupplyParameterFromQuery] public string? Show { get; set; }

    /// <summary>Only of this session, as <c>cohort~number</c>.</summary>
    [SupplyParameterFromQuery] public string? Session { get; set; }

    /// <summary>Only of this device.</summary>
    [SupplyParameterFromQuery] public string? Device { get; set; }

    /// <summary>Key of the last row of the page before.</summary>
    [SupplyParameterFromQuery] public string? After { get; set; }

    /// <summary>Cohorts that were closed before a decision changed their attendance.</summary>
    [SupplyParameterFromQuery] public string? Settle { get; set; }

    /// <summary>The request.</summary>
    [CascadingParameter] public HttpContext Http { get; set; } = null!;

    [Inject] private IWords T { get; set; } = null!;

    [Inject] private IDbContextFactory<LearningReadModel> ReadModel { get; set; } = null!;

    [Inject] private RegionTree Regions { get; set; } = null!;

    [Inject] private People People { get; set; } = null!;

    [Inject] private ScanReviews Reviews { get; set; } = null!;

    [Inject] private ScanMoves Moves { get; set; } = null!;

    [Inject] private ReadModelFreshness Freshness { get; set; } = null!;

    [Inject] private IAuditLog Audit { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private TimeProvider Clock { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        caller = Caller.Of(Http.User);
        isQuarantine = Show == "quarantined";
        mayDecide = caller.IsAdministrator || caller.IsTrainer;
        picked = Http.Request.HasFormContentType ? [.. Http.Request.Form["pick"].OfType<string>()] : [];
        await Load();
        if (HttpMethods.IsGet(Http.Request.Method)) await Audit.Note(Http.User, "review.view", Session ?? Device ?? Show ?? "");
    }

    private async Task Load()
    {
        await using var db = await ReadModel.CreateDbContextAsync(Http.RequestAborted);
        var visible = ReviewFilter.Visible(db, caller);
        var filter = new ReviewFilter(
            isQuarantine, Session: SessionId.TryParse(Session, out var of, out var number) ? SessionId.Of(of, number) : null, Device: LearningId.IsId(Device) ? Device : null);
        isFiltered = filter.Session is not null || filter.Device is not null;
        scans = await visible.CountAsync(r => !r.Quarantined, Http.RequestAborted);
        quarantined = await visible.CountAsync(r => r.Quarantined, Http.RequestAborted);
        rows = await filter.Run(visible, After, AtOnce + 1, Http.RequestAborted);
        next = null;
        if (rows.Count > AtOnce)
        {
            rows.RemoveAt(AtOnce);
            next = ReviewFilter.KeyOf(rows[^1]);
        }

        var cohortIds = rows.Select(r => r.CohortId).Distinct().ToList();
        var cohorts = await db.Cohorts.Where(c => cohortIds.Contains(c.CohortId)).ToDictionaryAsync(c => c.CohortId, Http.RequestAborted);
        groups = [.. rows.GroupBy(r => (r.HeldOn, Session: isQuarantine ? "" : r.SessionId)).Select(g => Group([.. g], cohorts))];
        people = await People.Of(rows.Select(r => r.TraineeId).OfType<string>());
        var devices = rows.Select(r => r.Quarantined ? r.Owner : r.DeviceId).Distinct().ToList();
        deviceNames = await db.Devices.Where(d => devices.Contains(d.DeviceId)).ToDictionaryAsync(d => d.DeviceId, d => d.Name, Http.RequestAborted);
        if (isQuarantine && rows.Count > 0 && mayDecide)
            targets = await NearSessions.Of(db, caller, rows.Min(r => r.HeldOn), rows.Max(r => r.HeldOn), null, Regions, T, Http.RequestAborted);
        var closed = (Settle ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(LearningId.IsId).Take(MostSettled).ToList();
        settleAgain = closed.Count == 0 ? [] : await CohortFilter.Visible(db, caller).Where(c => closed.Contains(c.CohortId) && c.State == CohortState.Closed).ToListAsync(Http.RequestAborted);
    }

    private async Task Decide()
    {
        if (!mayDecide) return;
        var decision = Posted("decision");
        var reason = MongolianText.Clean(Posted("reason"));
        var picks = picked.Select(p => p.Split('|', 2)).Where(p => p.Length == 2).ToLookup(p => p[0], p => p[1]);
        if (picks.Count == 0) errors.Add("pick", T["review.nonePicked"]);
        if (reason.Length == 0 && decision != "seen") errors.Add("reason", T["roster.reasonMissing"]);
        if (reason.Length > LongestReason) errors.Add("reason", T["form.tooLong", T["mark.reason"], LongestReason]);
        if (decision == "move" && !SessionId.TryParse(Posted("to"), out _, out _)) errors.Add("to", T["review.toMissing"]);
        if (errors.Count > 0) return;

        var settle = isQuarantine ? [] : await Decide(picks, EnumText.Parse<ReviewVerdict>(decision), reason);
        if (isQuarantine) await DecideItems(picks, decision == "move" ? Posted("to") : null, reason);
        await Freshness.CatchUp();
        if (refused.Count == 0) Navigation.NavigateTo($"{Here(null)}{(Here(null).Contains('?') ? '&' : '?')}done={decision}{(settle.Count > 0 ? $"&settle={string.Join('+', settle)}" : "")}");
        else await Load();
    }

    private async Task<List<string>> Decide(ILookup<string, string> picks, ReviewVerdict? verdict, string reason)
    {
        var settle = new List<string>();
        foreach (var session in picks)
        {
            if (verdict is null || !SessionId.TryParse(session.Key, out var cohortId, out var number)) continue;
            var (answer, refusal) = await Reviews.Decide(
                Http.User, cohortId, SessionId.Of(cohortId, number), [.. session.Distinct()], verdict.Value, reason, LearningId.New(Clock));
            if (refusal is not null) Refuse(refusal.Code, session.Count());
            foreach (var outcome in answer?.Results.Where(o => o.Refused is not null) ?? []) Refuse(outcome.Refused!, 1);
            if (answer?.SettleAgain == true && !settle.Contains(cohortId)) settle.Add(cohortId);
        }

        return settle;
    }

    private async Task DecideItems(ILookup<string, string> picks, string? to, string reason)
    {
        var target = SessionId.TryParse(to, out var cohortId, out var number) ? SessionId.Of(cohortId, number) : null;
        foreach (var device in picks)
        {
            var (outcomes, refusal) = await Moves.Settle(Http.User, device.Key, [.. device.Distinct()], target, reason);
            if (refusal is not null) Refuse(refusal.Code, device.Count());
            foreach (var outcome in outcomes.Where(o => !o.Settled)) Refuse(outcome.Refused!, 1);
        }
    }

    private void Refuse(string code, int count) => refused[code] = refused.GetValueOrDefault(code) + count;

    private ReviewGroup Group(List<ReviewRow> together, Dictionary<string, CohortRow> cohorts)
    {
        var (first, zone) = (together[0], Regions.Root.TimeZone);
        if (first.CohortId is null || !cohorts.TryGetValue(first.CohortId, out var cohort))
            return new ReviewGroup(T.Date(first.HeldOn), null, null, TimeZoneInfo.FindSystemTimeZoneById(zone), together);
        _ = SessionId.TryParse(first.SessionId, out _, out var number);
        zone = Regions.Find(cohort.Region)?.TimeZone ?? zone;
        return new ReviewGroup(
            $"{T.Pick(cohort.TitleMn, cohort.TitleEn)} · {T["session.number", number]} · {T.Date(first.HeldOn)}", CohortWords.Place(T, Regions, cohort.Region, cohort.Venue),
            $"/sessions/{SessionId.ForUrl(first.SessionId)}", TimeZoneInfo.FindSystemTimeZoneById(zone), together);
    }

    private string NameOf(ReviewRow row)
    {
        var name = row.TraineeId is { } id && people.TryGetValue(id, out var who) ? who.Profile.DisplayName() : T["review.nobody"];
        return row.Kind == ScanKind.Void ? T["review.void", name] : name;
    }

    private string Moment(DateTimeOffset at, TimeZoneInfo zone) => at.Year < 2000 ? T["review.noTime"] : T.Moment(at, zone);

    private static string Key(ReviewRow row) => row.Quarantined ? $"{row.Owner}|{row.ItemId}" : $"{SessionId.ForUrl(row.SessionId)}|{row.ItemId}";

    private string Here(string? after)
    {
        var query = new List<string>();
        if (isQuarantine) query.Add("show=quarantined");
        if (!string.IsNullOrEmpty(Session)) query.Add($"session={Uri.EscapeDataString(Session)}");
        if (!string.IsNullOrEmpty(Device)) query.Add($"device={Uri.EscapeDataString(Device)}");
        if (after is not null) query.Add($"after={after}");
        return query.Count == 0 ? "/review" : $"/review?{string.Join('&', query)}";
    }

    private string Posted(string name) => Http.Request.HasFormContentType ? Http.Request.Form[name].ToString() : "";
}
