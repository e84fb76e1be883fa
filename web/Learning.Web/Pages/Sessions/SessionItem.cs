using Learning.Silo.ReadModel;

namespace Learning.Web.Pages.Sessions;

/// <summary>A session in the list.</summary>
/// <param name="Session">The session.</param>
/// <param name="Cohort">Its cohort.</param>
internal sealed record SessionItem(SessionRow Session, CohortRow Cohort);
