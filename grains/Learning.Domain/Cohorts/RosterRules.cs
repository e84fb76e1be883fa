using System.Collections.Immutable;
using Learning.Domain.Trainees;

namespace Learning.Domain.Cohorts;

/// <summary>What happens to a roster: pure functions from a cohort to the next. The cohort's grain writes what they return.</summary>
public static class RosterRules
{
    /// <summary>Whether people may be put on the roster now.</summary>
    /// <param name="cohort">The cohort.</param>
    public static bool TakesPeople(this Cohort cohort) => cohort.State is CohortState.Planned or CohortState.Open or CohortState.Running;

    /// <summary>Gives a place, or a place on the waitlist when full. Whoever has one of the two keeps it.</summary>
    /// <param name="cohort">The cohort, which takes people.</param>
    /// <param name="who">Who, with the facts as of now.</param>
    /// <param name="method">How.</param>
    /// <param name="at">When, UTC.</param>
    public static Cohort Enrol(this Cohort cohort, EnrolmentRequest who, EnrolmentMethod method, DateTimeOffset at)
    {
        var before = cohort.Find(who.TraineeId);
        if (before is not null && (before.State.HoldsPlace() || before.State == EnrolmentState.Waitlisted)) return cohort;
        var state = cohort.Places < cohort.Plan.Capacity ? EnrolmentState.Enrolled : EnrolmentState.Waitlisted;
        return cohort.Put(who, before, state, method, at);
    }

    /// <summary>Notes an application; whoever already stands somewhere stays there, unless they had withdrawn or been declined.</summary>
    /// <param name="cohort">The cohort, which is open.</param>
    /// <param name="who">Who, with the facts as of now.</param>
    /// <param name="at">When, UTC.</param>
    public static Cohort Apply(this Cohort cohort, EnrolmentRequest who, DateTimeOffset at) =>
        cohort.Find(who.TraineeId) is { State: not (EnrolmentState.Withdrawn or EnrolmentState.Declined) }
            ? cohort
            : cohort.Put(who, cohort.Find(who.TraineeId), EnrolmentState.Requested, EnrolmentMethod.Application, at);

    /// <summary>Gives a place to somebody who is standing in the room, full or not.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="who">Who, with the facts as of now.</param>
    /// <param name="at">When, UTC.</param>
    public static Cohort AdmitWalkIn(this Cohort cohort, EnrolmentRequest who, DateTimeOffset at) =>
        cohort.Find(who.TraineeId) is { } before && before.State.HoldsPlace()
            ? cohort
            : cohort.Put(who, cohort.Find(who.TraineeId), EnrolmentState.Enrolled, EnrolmentMethod.WalkIn, at);

    /// <summary>Takes somebody off; the freed place goes to the first on the waitlist.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="traineeId">Who.</param>
    /// <param name="state"><see cref="EnrolmentState.Withdrawn"/> or <see cref="EnrolmentState.Declined"/>.</param>
    /// <param name="at">When, UTC.</param>
    public static Cohort Release(this Cohort cohort, string traineeId, EnrolmentState state, DateTimeOffset at)
    {
        var roster = cohort.Roster;
        var index = roster.FindIndex(traineeId);
        if (index < 0 || roster[index].State == state) return cohort;
        return cohort.With(roster.SetItem(index, roster[index] with { State = state, Since = at })).Promote(at);
    }

    /// <summary>Fills free places from the waitlist, in order of asking.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="at">When, UTC.</param>
    public static Cohort Promote(this Cohort cohort, DateTimeOffset at)
    {
        var free = cohort.Plan.Capacity - cohort.Places;
        if (free <= 0 || !cohort.TakesPeople()) return cohort;
        var next = cohort.Roster.Where(e => e.State == EnrolmentState.Waitlisted).OrderBy(e => e.Order).Take(free).Select(e => e.TraineeId).ToHashSet();
        if (next.Count == 0) return cohort;
        return cohort.With([.. cohort.Roster.Select(e => next.Contains(e.TraineeId) ? e with { State = EnrolmentState.Enrolled, Since = at } : e)]);
    }

    /// <summary>Notes test results of people on the roster; others are left out.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="scores">The results.</param>
    public static Cohort Score(this Cohort cohort, IEnumerable<Score> scores)
    {
        var roster = cohort.Roster.ToBuilder();
        foreach (var score in scores)
        {
            var index = cohort.Roster.FindIndex(score.TraineeId);
            if (index < 0) continue;
            roster[index] = score.IsPost ? roster[index] with { PostScore = score.Percent } : roster[index] with { PreScore = score.Percent };
        }

        return cohort with { Roster = roster.ToImmutable() };
    }

    /// <summary>Settles who completed, by the course version's rule.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="hoursAttended">Hours attended by trainee id; missing means none.</param>
    /// <param name="at">When, UTC.</param>
    public static Cohort Settle(this Cohort cohort, IReadOnlyDictionary<string, decimal> hoursAttended, DateTimeOffset at) => cohort.With(
        [.. cohort.Roster.Select(e =>
        {
            if (!e.State.HoldsPlace()) return e;
            var hours = hoursAttended.GetValueOrDefault(e.TraineeId);
            var done = cohort.Plan.Course.Completion.IsMet(hours, cohort.Plan.Hours, e.PostScore);
            return e with { HoursAttended = hours, State = done ? EnrolmentState.Completed : EnrolmentState.NotCompleted, Since = at };
        })]);

    private static Cohort Put(this Cohort cohort, EnrolmentRequest who, Enrolment? before, EnrolmentState state, EnrolmentMethod method, DateTimeOffset at)
    {
        // Asking again after giving up goes to the end of the queue.
        var order = before is { State: EnrolmentState.Requested or EnrolmentState.Waitlisted } ? before.Order : cohort.Roster.Select(e => e.Order).DefaultIfEmpty().Max() + 1;
        var enrolment = (before ?? new Enrolment { TraineeId = who.TraineeId, Facts = who.Facts })
            with { State = state, Order = order, Method = before?.State == EnrolmentState.Requested ? before.Method : method, Since = at, Facts = who.Facts };
        var index = cohort.Roster.FindIndex(who.TraineeId);
        return cohort.With(index < 0 ? cohort.Roster.Add(enrolment) : cohort.Roster.SetItem(index, enrolment));
    }

    private static int FindIndex(this ImmutableArray<Enrolment> roster, string traineeId)
    {
        for (var i = 0; i < roster.Length; i++)
            if (roster[i].TraineeId == traineeId)
                return i;
        return -1;
    }

    private static Cohort With(this Cohort cohort, ImmutableArray<Enrolment> roster) => cohort with { Roster = roster, RosterVersion = cohort.RosterVersion + 1 };
}
