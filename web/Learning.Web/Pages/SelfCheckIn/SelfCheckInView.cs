using Learning.Domain.Cohorts;
using Learning.Domain.Sessions;

namespace Learning.Web.Pages.SelfCheckIn;

/// <summary>A session's code, looked up.</summary>
/// <param name="State">What to show.</param>
/// <param name="SessionId">The session; empty when there is none to show.</param>
/// <param name="Cohort">Its cohort.</param>
/// <param name="Frame">Its day.</param>
/// <param name="At">Since when the person is here, UTC.</param>
public sealed record SelfCheckInView(SelfCheckInState State, string SessionId = "", Cohort? Cohort = null, SessionFrame? Frame = null, DateTimeOffset? At = null);
