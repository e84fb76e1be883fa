using Learning.Contracts.Cohorts;
using Learning.Contracts.Sessions;
using Learning.Domain.Checkin;
using Learning.Domain.Checkin.SelfCheckIn;
using Learning.Domain.Ids;
using Learning.Domain.Sessions;
using Learning.Web.Api.Sync;
using Learning.Web.Audit;

namespace Learning.Web.Pages.SelfCheckIn;

/// <summary>
/// People who check themselves in with their own phone by the code on the trainer's screen. What they claim waits until the
/// trainer confirms it; a phone makes one claim for a person, and a second person's on it is flagged by the session.
/// </summary>
public sealed class SelfCheckIns(
    IGrainFactory grains, SelfCheckInKeys keys, SelfCheckInCookies cookies, WrongCodeLimit limit, IAuditLog audit, TimeProvider clock)
{
    /// <summary>Looks a code up, and begins the grace if it is shown now. The answer must not have started.</summary>
    /// <param name="http">The request.</param>
    /// <param name="text">The code as the address has it.</param>
    /// <param name="traineeId">Who asks, if they are signed in.</param>
    public async Task<SelfCheckInView> Look(HttpContext http, string text, string? traineeId)
    {
        var from = http.Connection.RemoteIpAddress;
        if (!limit.Allows(from)) return new SelfCheckInView(SelfCheckInState.TooMany);
        if (!SessionCode.TryParse(text, out var code) || !code.IsMadeWith(Convert.FromBase64String(keys.Of(code.SessionId))))
        {
            limit.Wrong(from);
            return new SelfCheckInView(SelfCheckInState.Wrong);
        }

        _ = SessionId.TryParse(code.SessionId, out var cohortId, out _);
        if (await grains.GetGrain<ICohortGrain>(cohortId).Get() is not { } cohort || await Attendance(code.SessionId) is not { } attendance)
            return new SelfCheckInView(SelfCheckInState.Wrong);
        var isShown = code.IsShownAt(clock.GetUtcNow());
        if (!isShown && !cookies.Holds(http, code.SessionId)) return new SelfCheckInView(SelfCheckInState.Old, code.SessionId, cohort, attendance.Frame);
        if (isShown) cookies.Begin(http, code.SessionId);
        var (state, at) = StandingOf(attendance, traineeId, ScanIdOf(http, code.SessionId, traineeId));
        return new SelfCheckInView(state, code.SessionId, cohort, attendance.Frame, at);
    }

    /// <summary>Checks somebody in whose code was looked up and is <see cref="SelfCheckInState.Open"/>. Again, it is the same claim.</summary>
    /// <param name="http">The request.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="traineeId">Who: signed in, or found right by badge and PIN just now.</param>
    public async Task Claim(HttpContext http, string sessionId, string traineeId)
    {
        var scanId = ScanIdOf(http, sessionId, traineeId)!;
        if (await Attendance(sessionId) is not { } attendance || StandingOf(attendance, traineeId, scanId).State != SelfCheckInState.Open) return;
        var now = clock.GetUtcNow();
        var scan = new Scan { ScanId = scanId, SessionId = sessionId, TraineeId = traineeId, Method = ScanMethod.Self, CapturedAt = now };
        // Sent twice at once, the later is another body under the same id, and the first stands: what the page shows next is true of both.
        await grains.GetGrain<ISessionGrain>(sessionId).Record(new ScanUpload(OwnPhone.DeviceId(cookies.Phone(http)), [scan], TimeSpan.Zero, now, []));
        await audit.Note(http.User, "session.self", sessionId, traineeId);
    }

    private Task<Attendance?> Attendance(string sessionId) => grains.GetGrain<ISessionGrain>(sessionId).Attendance();

    private string? ScanIdOf(HttpContext http, string sessionId, string? traineeId) =>
        traineeId is null ? null : LearningId.From("self", sessionId, traineeId, cookies.Phone(http));

    private static (SelfCheckInState State, DateTimeOffset? At) StandingOf(Attendance attendance, string? traineeId, string? scanId)
    {
        var mark = traineeId is null ? null : attendance.Marks.FirstOrDefault(m => m.TraineeId == traineeId);
        if (mark?.Mark?.Attended() == true) return (SelfCheckInState.Here, mark.At);
        if (mark is { Mark: null }) return (SelfCheckInState.Waiting, mark.At);
        if (attendance.Frame.Closed) return (SelfCheckInState.Closed, null);
        // Decided otherwise at the desk, or rejected: another claim would change nothing.
        return mark is not null || attendance.Scans.Any(s => s.ScanId == scanId) ? (SelfCheckInState.Rejected, null) : (SelfCheckInState.Open, null);
    }
}
