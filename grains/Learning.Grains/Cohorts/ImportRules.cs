using Learning.Domain.Cohorts;
using Learning.Domain.Sessions;

namespace Learning.Grains.Cohorts;

/// <summary>How a training on paper becomes a closed cohort.</summary>
internal static class ImportRules
{
    /// <summary>The cohort, settled from the sheet alone, without certificates: those were given on paper then.</summary>
    public static Cohort ToCohort(string id, ImportedTraining training, DateTimeOffset at)
    {
        var hoursOf = training.Plan.Sessions.ToDictionary(s => s.Number, s => s.Hours);
        var order = 0;
        var cohort = new Cohort
        {
            Id = id,
            Plan = training.Plan,
            State = CohortState.Closed,
            ClosedAt = at,
            CertificatesIssued = true,
            ImportId = training.ImportId,
            Sheet = training.Sheet,
            Roster =
            [
                .. training.People.Select(p => new Enrolment
                {
                    TraineeId = p.TraineeId, State = EnrolmentState.Enrolled, Order = ++order, Method = EnrolmentMethod.Import, Since = at,
                    Facts = p.Facts, PreScore = p.PreScore, PostScore = p.PostScore, ImportRow = p.RowId,
                }),
            ],
        };
        return cohort.Settle(training.People.ToDictionary(p => p.TraineeId, p => p.Attended.Sum(n => hoursOf[n])), at);
    }

    /// <summary>The session as its sheet has it: over.</summary>
    public static SessionFrame FrameOf(Cohort cohort, SessionPlan session) =>
        new() { Plan = session, RegionCode = cohort.Plan.RegionCode, TimeZone = cohort.Plan.TimeZone, Closed = true, Trainers = cohort.Plan.Trainers };
}
