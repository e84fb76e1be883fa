using System.Security.Claims;

namespace Learning.Web.Audit;

/// <summary>Who did and saw what. Append-only; names people by id, never by name, number or phone.</summary>
public interface IAuditLog
{
    /// <summary>Notes an act. Returns once it is durable.</summary>
    /// <param name="who">The caller; anybody not signed in is <c>anyone</c>.</param>
    /// <param name="action">What was done, e.g. <c>cohort.close</c>, <c>trainee.view</c>.</param>
    /// <param name="subject">Id of what it was done to.</param>
    /// <param name="detail">What else matters, without personal data.</param>
    Task Note(ClaimsPrincipal who, string action, string subject, string detail = "");
}
