namespace Learning.Web.Audit;

/// <summary>One act.</summary>
/// <param name="Id">Grows with time.</param>
/// <param name="At">UTC.</param>
/// <param name="Actor">A user name, <c>trainee:id</c>, <c>device:id</c> or <c>anyone</c>.</param>
/// <param name="Action">What was done, e.g. <c>cohort.close</c>.</param>
/// <param name="Subject">Id of what it was done to.</param>
/// <param name="Detail">What else matters; may be empty.</param>
public sealed record AuditEntry(long Id, DateTimeOffset At, string Actor, string Action, string Subject, string Detail);
