using System.Data.Common;
using System.Security.Claims;
using Learning.Silo.Storage;
using Learning.Web.Accounts;

namespace Learning.Web.Audit;

/// <summary>The audit log in the table <c>audit_log</c>.</summary>
/// <param name="database">Where.</param>
/// <param name="clock">The present.</param>
public sealed class AuditLog(IDatabase database, TimeProvider clock) : IAuditLog
{
    /// <inheritdoc/>
    public Task Note(ClaimsPrincipal who, string action, string subject, string detail = "") =>
        database.WriteAsync((connection, cancel) => AppendAsync(connection, clock.GetUtcNow(), Caller.Of(who).Actor, action, subject, detail, cancel));

    /// <summary>Notes an act in the same transaction as the act.</summary>
    /// <param name="connection">Of the transaction.</param>
    /// <param name="at">UTC.</param>
    /// <param name="actor">See <see cref="Caller.Actor"/>.</param>
    /// <param name="action">What is done.</param>
    /// <param name="subject">Id of what it is done to.</param>
    /// <param name="detail">What else matters, without personal data.</param>
    /// <param name="cancel">Cancels.</param>
    public static Task<int> AppendAsync(DbConnection connection, DateTimeOffset at, string actor, string action, string subject, string detail, CancellationToken cancel) =>
        connection.ExecuteAsync(
            "INSERT INTO audit_log (at, actor, action, subject, detail) VALUES (@at, @actor, @action, @subject, @detail)",
            [("at", at.ToUnixTimeMilliseconds()), ("actor", actor), ("action", action), ("subject", subject), ("detail", detail)], cancel);
}
