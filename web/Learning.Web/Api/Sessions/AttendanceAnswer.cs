using System.Collections.Immutable;
using Learning.Domain.Cohorts;
using Learning.Domain.Sessions;
using Learning.Domain.Trainees;

namespace Learning.Web.Api.Sessions;

/// <summary>Everything a session knows.</summary>
/// <param name="SessionId">Session id.</param>
/// <param name="Date">Its day, in the training region's time zone.</param>
/// <param name="Hours">Planned hours.</param>
/// <param name="Marks">One mark a person, by name; people not yet marked are not here.</param>
/// <param name="Counts">In numbers.</param>
/// <param name="Headcount">People whose names were not taken.</param>
/// <param name="Scans">The log as it grew.</param>
public sealed record AttendanceAnswer(
    string SessionId, DateOnly Date, decimal Hours, ImmutableArray<MarkAnswer> Marks, MarkCounts Counts, ImmutableArray<HeadcountCell> Headcount,
    ImmutableArray<LoggedScan> Scans)
{
    /// <summary>A session as answered.</summary>
    /// <param name="attendance">What it knows.</param>
    /// <param name="cohort">Its cohort.</param>
    /// <param name="people">Everybody marked.</param>
    public static AttendanceAnswer Of(Attendance attendance, Cohort cohort, IReadOnlyDictionary<string, Trainee> people)
    {
        var log = attendance.Log();
        var marked = attendance.Marks.Where(m => m.Mark is not null).Select(m => m.TraineeId).ToHashSet();
        var places = cohort.Roster.Where(e => e.State.HoldsPlace()).Select(e => e.TraineeId).ToList();
        int Count(Mark mark) => attendance.Marks.Count(m => m.Mark == mark);
        return new AttendanceAnswer(
            attendance.SessionId, attendance.Frame.Plan.Date, attendance.Frame.Plan.Hours,
            [
                .. attendance.Marks.Select(m => new MarkAnswer(
                    m.TraineeId, people.GetValueOrDefault(m.TraineeId)?.Profile.DisplayName() ?? "", m.Mark, m.At, m.DeviceId, m.Method, m.Flags,
                    m.Correction?.Reason, m.Correction?.By)),
            ],
            new MarkCounts(
                places.Count, Count(Mark.Present), Count(Mark.Late), Count(Mark.Excused), Count(Mark.Absent), places.Count(id => !marked.Contains(id)),
                attendance.Marks.Count(m => m.Flags.Length > 0)),
            attendance.Headcount,
            [.. attendance.Scans.Select(s => LoggedScan.Of(s, log))]);
    }
}
