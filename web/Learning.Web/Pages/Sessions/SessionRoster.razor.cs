using System.Collections.Immutable;
using System.Globalization;
using Learning.Contracts.Sessions;
using Learning.Domain.Checkin;
using Learning.Domain.Identity;
using Learning.Domain.Ids;
using Learning.Domain.Reach;
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
    private const int MostUnnamed = 10_000;

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

    private async Task Scan()
    {
        typed = Posted("text").Trim();
        if (!mayMark || typed.Length == 0)
        {
            Return("");
            return;
        }

        var (scan, refusal) = await Desk.Read(Bare(), attendance!.Frame, typed, Http.RequestAborted);
        if (scan is not null) await Record(scan);
        else if (refusal!.Code is "badge.foreign" or "badge.unknownCode" && DeskText.IsOtherKeyboard(typed)) Return("result=keyboard");
        else if (refusal.Code is "badge.foreign" or "badge.unknownCode" && DeskText.IsName(typed)) await Search();
        else Return($"result={refusal.Code.Split('.')[^1]}");
    }

    private async Task Search()
    {
        await using var db = await ReadModel.CreateDbContextAsync(Http.RequestAborted);
        var found = await DeskSearch.Run(lines, typed, db, Caller, Regions, T, Http.RequestAborted);
        if (found.Count == 0) Return("result=nobody");
        else choices = found;
    }

    private async Task Choose()
    {
        var who = Posted("choose");
        // Whom the desk may find it may check in, and nobody else.
        var isKnown = lines.Any(l => l.TraineeId == who);
        if (!isKnown)
        {
            await using var db = await ReadModel.CreateDbContextAsync(Http.RequestAborted);
            isKnown = await PersonAccess.Visible(db, Caller).AnyAsync(p => p.TraineeId == who, Http.RequestAborted);
        }

        if (mayMark && isKnown) await Record(Bare() with { TraineeId = who, Method = ScanMethod.Search });
        else Return("result=unknownPerson");
    }

    private async Task AddWalkIn()
    {
        walkInErrors = new FormErrors();
        var (given, patronymic, phone) = (MongolianText.Clean(Posted("givenName")), MongolianText.Clean(Posted("patronymic")), Posted("phone").Trim());
        if (given.Length == 0) walkInErrors.Add("givenName", T["form.required", T["trainee.givenName"]]);
        if (given.Length > 100) walkInErrors.Add("givenName", T["form.tooLong", T["trainee.givenName"], 100]);
        if (patronymic.Length > 100) walkInErrors.Add("patronymic", T["form.tooLong", T["trainee.patronymic"], 100]);
        if (phone.Length > 0 && PhoneNumber.Canonical(phone) is null) walkInErrors.Add("phone", T["form.phone"]);
        if (walkInErrors.Count > 0 || !mayMark) return;
        await Record(Bare() with { Kind = ScanKind.WalkIn, Method = ScanMethod.Search, WalkIn = new WalkIn(given, patronymic, phone) });
    }

    private async Task Mark()
    {
        if (!mayMark) return;
        if (Posted("forget").Length > 0) KeptReason.Forget(Http, Here);
        else if (Line(Posted("undo")) is { Mark: not null } undone) await Undo(undone);
        else if (Line(Posted("accept")) is { Mark: not null } accepted) await Review([accepted], ReviewVerdict.Accept, "roster.accepted");
        else if (Line(Posted("reject")) is { Mark: not null } rejected) await Review([rejected], ReviewVerdict.Reject, "roster.rejected");
        else if (Read("mark") is var (line, mark) && (line.Mark?.Mark != mark || line.IsToReview))
        {
            // Nothing is overwritten and no past day is changed without a reason.
            if (line.Mark?.Mark is not null || (isPast && rememberedReason is null))
            {
                (reasonFor, reasonMark) = (line, mark);
                return;
            }

            await Set(line, mark, rememberedReason);
        }

        Return("");
    }

    private async Task MarkWithReason()
    {
        var reason = MongolianText.Clean(Posted("reason"));
        errors = new FormErrors();
        if (reasonFor is null || !mayMark)
        {
            Return("");
            return;
        }

        if (reason.Length == 0) errors.Add("reason", T["roster.reasonMissing"]);
        else if (reason.Length > LongestReason) errors.Add("reason", T["form.tooLong", T["mark.reason"], LongestReason]);
        if (errors.Count > 0) return;
        // Typing over a paper sheet of a past day has one reason for everybody; overwriting has one each.
        if (isPast && reasonFor.Mark?.Mark is null) KeptReason.Keep(Http, Here, reason);
        await Set(reasonFor, reasonMark, reason);
        Navigation.NavigateTo($"{Back()}#p-{reasonFor.TraineeId}");
    }

    private async Task SetUnmarked()
    {
        var to = EnumText.Parse<Mark>(Posted("to")) ?? Domain.Sessions.Mark.Absent;
        var reason = MongolianText.Clean(Posted("unmarkedReason"));
        // As of before they were read: whoever is scanned meanwhile disagrees with it and is shown for review.
        var at = Clock.GetUtcNow();
        var fresh = (await Session.Attendance())!.Marks.Select(m => m.TraineeId).ToHashSet();
        var whom = lines.Where(l => IsNotYet(l) && !fresh.Contains(l.TraineeId)).ToList();
        if (mayMark && whom.Count > 0)
        {
            var why = reason.Length is > 0 and <= LongestReason ? reason : T["roster.unmarkedReason"];
            await Session.Correct([.. whom.Select(l => new Correction(LearningId.New(Clock), l.TraineeId, to, why, Caller.Actor, at))]);
            await Audit.Note(Http.User, "session.correct", sessionId, $"{whom.Count} unmarked people {to}");
        }

        Return("done=unmarked");
    }

    private async Task SetHeadcount()
    {
        headcountErrors = new FormErrors();
        var cells = ImmutableArray.CreateBuilder<HeadcountCell>();
        foreach (var sex in HeadcountForm.Sexes)
            foreach (var band in AgeBand.All)
            {
                var text = Posted(HeadcountForm.Field(sex, band)).Trim();
                if (text.Length == 0) continue;
                if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > MostUnnamed)
                    headcountErrors.Add(HeadcountForm.Field(sex, band), T["roster.headcountWrong", T.Of(sex), T["age." + band], MostUnnamed]);
                else if (count > 0) cells.Add(new HeadcountCell(sex, band, count));
            }

        if (headcountErrors.Count > 0 || !mayMark) return;
        await Session.SetHeadcount(cells.ToImmutable(), Caller.Actor);
        await Audit.Note(Http.User, "session.headcount", sessionId, $"{cells.Sum(c => c.Count)} people");
        Return("done=headcount");
    }

    private async Task Set(SessionLine line, Mark mark, string? reason)
    {
        // A tick for somebody unmarked is evidence like a scan; anything else is a decision of the desk.
        if (mark == Domain.Sessions.Mark.Present && line.Mark is null && !attendance!.Frame.Closed)
        {
            await Store(Bare() with { TraineeId = line.TraineeId, Method = ScanMethod.Roster, Reason = reason });
            return;
        }

        await Correct(line.TraineeId, mark, reason ?? T["roster.deskReason"]);
    }

    private async Task ConfirmAll()
    {
        // Those whom the page showed; whoever has checked in since is on the next one.
        var shownThen = Http.Request.Form["confirm"].ToHashSet();
        if (mayMark) await Review(toConfirm.Where(l => shownThen.Contains(l.TraineeId)), ReviewVerdict.Accept, "roster.accepted");
        Return("done=confirmed");
    }

    /// <summary>Decides about everything to be looked at of some people. What counts already is accepted by having been seen.</summary>
    private async Task Review(IEnumerable<SessionLine> of, ReviewVerdict verdict, string word)
    {
        foreach (var some in of.SelectMany(l => log.ToReviewOf(l.TraineeId)).GroupBy(s => verdict == ReviewVerdict.Accept && !s.Waits ? ReviewVerdict.Seen : verdict))
        {
            var why = T[word, T.List(some.SelectMany(s => s.Reasons).Distinct().Select(f => T.Find($"roster.reason.{f}") ?? f))];
            await Reviews.Decide(Http.User, CohortId!, sessionId, [.. some.Select(s => s.Scan.ScanId)], some.Key, why, LearningId.New(Clock));
        }
    }

    private async Task Undo(SessionLine line)
    {
        if (line.Mark!.Correction is not null)
        {
            await Correct(line.TraineeId, null, T["roster.undoReason"]);
            return;
        }

        foreach (var scan in log.ScansOf(line.TraineeId).Where(s => !log.IsVoided(s.ScanId)))
            await Store(Bare() with { Kind = ScanKind.Void, TargetScanId = scan.ScanId, Reason = T["roster.undoReason"] });
    }

    private async Task Correct(string traineeId, Mark? mark, string reason)
    {
        var text = reason.Length <= LongestReason ? reason : reason[..LongestReason];
        await Session.Correct([new Correction(LearningId.New(Clock), traineeId, mark, text, Caller.Actor, Clock.GetUtcNow())]);
        await Audit.Note(Http.User, "session.correct", sessionId, $"{traineeId} {mark?.ToString() ?? "back to the scans"}");
    }

    private async Task Record(Scan scan)
    {
        var result = await Store(scan);
        Return(result.Status == ScanStatus.Quarantined ? $"result={result.Reasons.FirstOrDefault()}" : $"scan={result.ScanId}");
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
