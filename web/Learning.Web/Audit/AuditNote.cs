namespace Learning.Web.Audit;

/// <summary>An act on its way into the log; see <see cref="AuditEntry"/>.</summary>
internal sealed record AuditNote(long At, string Actor, string Action, string Subject, string Detail);
