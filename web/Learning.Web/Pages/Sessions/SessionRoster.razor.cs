using Learning.Contracts.Sessions;
using Learning.Domain.Checkin;
using Learning.Domain.Ids;
using Learning.Domain.Sessions;
using Learning.Domain.Text;
using Learning.Silo.ReadModel;
using Learning.Web.Api.Review;
using Learning.Web.Api.Sessions;
using Learning.Web.Api.Sync;
using Learning.Web.Api.Trainees;
using Learning.Web.Kit.Forms;
using Learning.Web.Pages.Cohorts;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Learning.Web.Pages.Sessions;

/// <summary>What the posts of a session's page do. Each ends in a redirect, so that reloading the page repeats nothing.</summary>
public sealed partial class SessionRoster : CohortPage
{
    private const int LongestReason = 200;

    private Attendance? attendance;
    private SessionLog log = new([], [], []);
    private List<SessionLine> lines = [];
    private List<SessionLine> shown = [];
    private List<SessionLine> toConfirm = [];
    private List<DeskChoice>? choices;
    private SessionLine? reasonFor;
    private Mark reasonMark = Domain.Sessions.Mark.Present;
    private ScanOutcome? outcome;
    private FormErrors? errors;
    private FormErrors? walkInErrors;
    private FormErrors? headcountErrors;
    private TimeZoneInfo zone = TimeZoneInfo.Utc;
    private string sessionId = "";
    private string typed = "";
    private string? outcomeName;
    private string? rememberedReason;
    private int number;
    private int here;
    private int places;
    private int unmarked;
    private int unnamed;
    private bool mayMark;
    private bool isPast;

    /// <summary>Which people are listed: <c>here</c>, <c>notYet</c>, <c>review</c>, or all.</summary>
    [SupplyParameterFromQuery] public string? Show { get; set; }

    /// <summary>Id of the scan that the page answers.</summary>
    [SupplyParameterFromQuery(Name = "scan")] public string? ScanId { get; set; }

    /// <summary>Answer to a text that is no scan.</summary>
    [SupplyParameterFromQuery] public string? Result { get; set; }

    /// <inheritdoc/>
    protected override string? CohortId => SessionId.TryParse(Id, out var cohortId, out _) ? cohortId : null;

    [Inject] private People People { get; set; } = null!;

    [Inject] private ScanReviews Reviews { get; set; } = null!;

    [Inject] private DeskBadge Desk { get; set; } = null!;

    [Inject] private IDbContextFactory<LearningReadModel> ReadModel { get; set; } = null!;

    private ISessionGrain Session => Grains.GetGrain<ISessionGrain>(sessionId);

    private string Here => $"/sessions/{Id}";

    private IEnumerable<(string? Show, string Word, int Count)> Tabs =>
    [
        (null, "list.all", lines.Count), ("here", "mark.here", lines.Count(l => l.IsHere)), ("notYet", "mark.notYet", unmarked), ("review", "roster.toReview", lines.Count(l => l.IsToReview)),
    ];

    /// <inheritdoc/>
    protected override async Task Load()
    {
        _ = SessionId.TryParse(Id, out var cohortId, out number);
        sessionId = SessionId.Of(cohortId, number);
        attendance = await Session.Attendance();
        if (attendance is null)
        {
            Refuse();
            return;
        }

        log = attendance.Log();
        var scan = ScanId is { Length: > 0 } ? log.Find(ScanId) : null;
        lines = SessionLine.Of(Cohort!, attendance, await People.Of(SessionLine.Ids(Cohort!, attendance)), T);
        shown = [.. lines.Where(l => Show switch { "here" => l.IsHere, "notYet" => l.IsUnmarked && !l.IsToReview, "review" => l.IsToReview, _ => true })];
        toConfirm = [.. lines.Where(l => l.IsToConfirm)];
        here = lines.Count(l => l.IsHere);
        places = Cohort!.Places;
        unmarked = lines.Count(IsNotYet);
        unnamed = attendance.Headcount.Sum(h => h.Count);
        zone = TimeZoneInfo.FindSystemTimeZoneById(attendance.Frame.TimeZone);
        isPast = attendance.Frame.Plan.Date < attendance.Frame.DayOf(Clock.GetUtcNow());
        mayMark = MayRun && Cohort.State != Domain.Cohorts.CohortState.Cancelled;
        rememberedReason = isPast ? KeptReason.Of(Http.Request) : null;
        outcome = scan is not null ? ScanOutcome.Of(log, scan) : ScanOutcome.Unread(Result);
        outcomeName = scan?.TraineeId is { } who ? lines.FirstOrDefault(l => l.TraineeId == who)?.Name ?? (await People.Find(who))?.Profile.DisplayName() : null;
        // These forms are there only after another one; when they are posted they must be there again.
        if (PostedForm == "choose") choices = [];
        if (PostedForm == "reason") (reasonFor, reasonMark) = Read("who") is var (line, mark) ? (line, mark) : (null, reasonMark);
        if (IsLooking) await Audit.Note(Http.User, "attendance.view", sessionId);
    }

    private async Task SetHeadcount()
    {
        headcountErrors = new FormErrors();
        var cells = HeadcountForm.Read(Http.Request.Form, T, headcountErrors);
        if (headcountErrors.Count > 0 || !mayMark) return;
        await Session.SetHeadcount(cells, Caller.Actor);
        await Audit.Note(Http.User, "session.headcount", sessionId, $"{cells.Sum(c => c.Count)} people");
        Return("done=headcount");
    }

    private async Task<ScanResult> Store(Scan scan)
    {
        var result = (await Session.Record(new ScanUpload(ScanSender.Desk, [scan], TimeSpan.Zero, Clock.GetUtcNow(), [])))[0];
        await Audit.Note(Http.User, "session.scan", sessionId, result.TraineeId ?? "");
        return result;
    }

    private Scan Bare() => new() { ScanId = LearningId.New(Clock), SessionId = sessionId, Operator = Caller.Actor, CapturedAt = Clock.GetUtcNow() };

    private SessionLine? Line(string traineeId) => traineeId.Length == 0 ? null : lines.FirstOrDefault(l => l.TraineeId == traineeId);

    private (SessionLine Line, Mark Mark)? Read(string field) =>
        Posted(field).Split(':') is [var who, var word] && Line(who) is { } line && EnumText.Parse<Mark>(word) is { } mark ? (line, mark) : null;

    private static bool IsNotYet(SessionLine line) => line is { IsUnmarked: true, IsToReview: false };

    private string Back(string query = "") =>
        $"{Here}?{string.Join('&', new[] { Show is "here" or "notYet" or "review" ? $"show={Show}" : "", query }.Where(q => q.Length > 0))}".TrimEnd('?');

    private void Return(string query) => Navigation.NavigateTo(Back(query));
}
