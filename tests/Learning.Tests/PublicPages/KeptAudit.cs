using System.Security.Claims;
using Learning.Web.Audit;

namespace Learning.Tests.PublicPages;

/// <summary>Keeps what was noted.</summary>
internal sealed class KeptAudit : IAuditLog
{
    public List<(string Action, string Subject, string Detail)> Notes { get; } = [];

    public Task Note(ClaimsPrincipal who, string action, string subject, string detail = "")
    {
        lock (Notes) Notes.Add((action, subject, detail));
        return Task.CompletedTask;
    }
}
