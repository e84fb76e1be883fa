namespace Learning.Domain.Cohorts;

/// <summary>Rules on enrolment states.</summary>
public static class EnrolmentStates
{
    /// <summary>Whether the person takes one of the cohort's places.</summary>
    /// <param name="state">The state.</param>
    public static bool HoldsPlace(this EnrolmentState state) =>
        state is EnrolmentState.Enrolled or EnrolmentState.Completed or EnrolmentState.NotCompleted;
}
