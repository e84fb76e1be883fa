using System.Data.Common;
using System.Security.Claims;
using System.Text.Json;
using Learning.Silo.Storage;
using Learning.Web.Accounts;

namespace Learning.Web.Audit;

/// <summary>The audit log in the table <c>audit_log</c>. Acts that are noted at the same time share a commit.</summary>
/// <param name="database">Where.</param>
/// <param name="clock">The present.</param>
public sealed class AuditLog(IDatabase database, TimeProvider clock) : IAuditLog
{
    private const int Most = 200;

    private readonly Gathering<AuditNote, bool> gathering = new(Most, notes => AppendAsync(database, notes));

    /// <inheritdoc/>
    public Task Note(ClaimsPrincipal who, string action, string subject, string detail = "") =>
        gathering.Do(new AuditNote(clock.GetUtcNow().ToUnixTimeMilliseconds(), Caller.Of(who).Actor, action, subject, detail));

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

    private static Task<IReadOnlyList<bool>> AppendAsync(IDatabase database, IReadOnlyList<AuditNote> notes) => database.WriteAsync<IReadOnlyList<bool>>(async (connection, cancel) =>
    {
        await connection.ExecuteAsync(
            database.Kind == DatabaseKind.Sqlite
                ? "INSERT INTO audit_log (at, actor, action, subject, detail) SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(@notes)"
                : "INSERT INTO audit_log (at, actor, action, subject, detail) SELECT (n ->> 0)::bigint, n ->> 1, n ->> 2, n ->> 3, n ->> 4 FROM json_array_elements(@notes::json) n",
            [("notes", JsonSerializer.Serialize(notes.Select(n => new object[] { n.At, n.Actor, n.Action, n.Subject, n.Detail })))], cancel);
        return [.. notes.Select(_ => true)];
    });
}
