using Learning.Domain.Checkin;
using Learning.Domain.Cohorts;
using Learning.Domain.Sessions;
using Learning.Domain.Trainees;
using Learning.Web.Words;

namespace Learning.Web.Pages.Sessions;

/// <summary>One person on a session's page: who, where they stand with the cohort, and their mark.</summary>
/// <param name="TraineeId">Who.</param>
/// <param name="Who">The person; <see langword="null"/> if nobody is registered under the id.</param>
/// <param name="Enrolment">On the cohort's roster; <see langword="null"/> if not there.</param>
/// <param name="Mark">What the session knows of them.</param>
public sealed record SessionLine(string TraineeId, Trainee? Who, Enrolment? Enrolment, SessionMark? Mark)
{
    /// <summary>Patronymic and given name; the id's end where there is nobody.</summary>
    public string Name => Who?.Profile.DisplayName() ?? $"…{TraineeId[^Math.Min(6, TraineeId.Length)..]}";

    /// <summary>Whether the line is of a record that was merged into the person's.</summary>
    public bool IsMerged => Who is not null && Who.Id != TraineeId;

    /// <summary>Present or late.</summary>
    public bool IsHere => Mark?.Mark?.Attended() == true;

    /// <summary>Holds a place and has no mark: not yet marked, which is not absent.</summary>
    public bool IsUnmarked => Mark?.Mark is null;

    /// <summary>Somebody should look.</summary>
    public bool IsToReview => Mark is { Flags.Length: > 0 };

    /// <summary>Checked in on their own phone, alone on it, and waits for the trainer's word; nothing else is doubtful.</summary>
    public bool IsToConfirm => Mark is { Mark: null, Flags: var flags } && flags.Contains(ReviewReason.Provisional)
        && flags.All(f => f == ReviewReason.Provisional || !ReviewReason.WaitsForReview(f));

    /// <summary>Everybody with a place and everybody with a mark, by given name.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="attendance">The session.</param>
    /// <param name="people">Those behind both.</param>
    /// <param name="words">The reader's language.</param>
    public static List<SessionLine> Of(Cohort cohort, Attendance attendance, IReadOnlyDictionary<string, Trainee> people, IWords words)
    {
        var marks = attendance.Marks.ToDictionary(m => m.TraineeId);
        return
        [
            .. Ids(cohort, attendance)
                .Select(id => new SessionLine(id, people.GetValueOrDefault(id), cohort.Find(id), marks.GetValueOrDefault(id)))
                .OrderBy(l => l.Who?.Profile.GivenName ?? "", words.NameOrder).ThenBy(l => l.Who?.Profile.Patronymic ?? "", words.NameOrder).ThenBy(l => l.TraineeId, StringComparer.Ordinal),
        ];
    }

    /// <summary>Whom the page is about.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="attendance">The session.</param>
    public static IEnumerable<string> Ids(Cohort cohort, Attendance attendance) =>
        cohort.Roster.Where(e => e.State.HoldsPlace()).Select(e => e.TraineeId).Union(attendance.Marks.Select(m => m.TraineeId));
}
