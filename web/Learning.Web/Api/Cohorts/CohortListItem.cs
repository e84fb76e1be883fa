using Learning.Domain.Cohorts;
using Learning.Silo.ReadModel;

namespace Learning.Web.Api.Cohorts;

/// <summary>A cohort in a list.</summary>
/// <param name="Id">Cohort id.</param>
/// <param name="State">Where it stands.</param>
/// <param name="CourseCode">Course code.</param>
/// <param name="TitleMn">Mongolian title of the course.</param>
/// <param name="TitleEn">English title of the course.</param>
/// <param name="RegionCode">P-code of the training region.</param>
/// <param name="Venue">Where, in words.</param>
/// <param name="StartDate">First day.</param>
/// <param name="EndDate">Last day.</param>
/// <param name="Sessions">How many sessions.</param>
/// <param name="Capacity">Places.</param>
/// <param name="Enrolled">Places taken.</param>
/// <param name="Waitlisted">People waiting.</param>
/// <param name="Requested">Applications not decided.</param>
/// <param name="Completed">People who completed.</param>
public sealed record CohortListItem(
    string Id, CohortState State, string CourseCode, string TitleMn, string TitleEn, string RegionCode, string Venue, DateOnly StartDate, DateOnly EndDate,
    int Sessions, int Capacity, int Enrolled, int Waitlisted, int Requested, int Completed)
{
    /// <summary>A cohort as listed.</summary>
    /// <param name="row">Its row.</param>
    public static CohortListItem Of(CohortRow row) => new(
        row.CohortId, row.State, row.CourseCode, row.TitleMn, row.TitleEn, row.Region, row.Venue, row.StartDate, row.EndDate,
        row.Sessions, row.Capacity, row.Enrolled, row.Waitlisted, row.Requested, row.Completed);
}
