using Learning.Domain.Checkin;
using Learning.Domain.Ids;
using Learning.Domain.Sessions;
using Learning.Domain.Text;
using Learning.Web.Kit.Forms;

namespace Learning.Web.Pages.Sessions;

// The desk decides: sets marks, takes them back, and looks at what needs a second look.
public sealed partial class SessionRoster
{
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

    private async Task ConfirmAll()
    {
        // Those whom the page showed; whoever has checked in since is on the next one.
        var shownThen = Http.Request.Form["confirm"].ToHashSet();
        if (mayMark) await Review(toConfirm.Where(l => shownThen.Contains(l.TraineeId)), ReviewVerdict.Accept, "roster.accepted");
        Return("done=confirmed");
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
}
