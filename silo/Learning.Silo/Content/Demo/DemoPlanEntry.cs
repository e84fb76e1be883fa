using Learning.Domain.Cohorts;
using Learning.Domain.Regions;

namespace Learning.Silo.Content.Demo;

/// <summary>One upcoming training as <c>plan.yaml</c> has it.</summary>
/// <param name="Id">Cohort id.</param>
/// <param name="State">Planned or open.</param>
/// <param name="StartsInDays">First day, counted from today.</param>
/// <param name="Region">Where; says in whose time zone today is meant.</param>
/// <param name="Plan">The plan, still without sessions.</param>
internal sealed record DemoPlanEntry(string Id, CohortState State, int StartsInDays, Region Region, CohortPlan Plan)
{
    /// <summary>With the days worked out.</summary>
    /// <param name="now">Now, UTC.</param>
    public DemoCohort On(DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(Region.TimeZone)).DateTime);
        return new DemoCohort(Id, State, Plan with { Sessions = CohortPlans.Daily(today.AddDays(StartsInDays), Plan.Course.Days, Plan.Course.Hours) });
    }
}
