using System.Collections.Immutable;
using Learning.Domain.Cohorts;
using Learning.Silo.ReadModel;

namespace Learning.Web.Pages.Mine;

/// <summary>A person's part in one cohort.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="State">Where the person stands.</param>
/// <param name="Sessions">Its sessions in order, each with the person's mark.</param>
public sealed record OwnTraining(CohortRow Cohort, EnrolmentState State, ImmutableArray<OwnSession> Sessions)
{
    /// <summary>Hours of the sessions attended.</summary>
    public decimal HoursAttended => Sessions.Where(s => s.Attended).Sum(s => s.Hours);

    /// <summary>Hours of all sessions.</summary>
    public decimal Hours => Sessions.Sum(s => s.Hours);

    /// <summary>Whether the person is expected at its sessions.</summary>
    public bool IsExpected => State == EnrolmentState.Enrolled && Cohort.State is CohortState.Open or CohortState.Running or CohortState.Planned;
}
