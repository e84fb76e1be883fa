using System.Globalization;
using Learning.Silo.Storage;

namespace Learning.Web.Audit;

/// <summary>Reads the audit log.</summary>
/// <param name="database">Where it is.</param>
public sealed class AuditReader(IDatabase database)
{
    /// <summary>Most acts of one page.</summary>
    public const int Most = 200;

    /// <summary>A page of it, the latest first.</summary>
    /// <param name="filter">Which acts.</param>
    /// <param name="after"><see cref="AuditPage.Next"/> of the page before, or <see langword="null"/> for the first; anything else gives nothing.</param>
    /// <param name="limit">How many; at least 1, at most <see cref="Most"/>.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<AuditPage> Page(AuditFilter filter, string? after, int limit, CancellationToken cancel = default)
    {
        List<string> conditions = ["id < @after"];
        List<(string, object?)> parameters = [("after", After(after))];
        Add("actor", filter.Actor);
        Add("subject", filter.Subject);
        if (filter.Action is { Length: > 1 } family && family.EndsWith('.'))
        {
            // Not LIKE, which has special characters, and not a range, which PostgreSQL compares by the rules of some language.
            conditions.Add($"substr(action, 1, {family.Length}) = @family");
            parameters.Add(("family", family));
        }
        else
        {
            Add("action", filter.Action);
        }

        var most = Math.Clamp(limit, 1, Most);
        var rows = await database.ReadAsync((connection, token) => connection.RowsAsync(
            $"SELECT id, at, actor, action, subject, detail FROM audit_log WHERE {string.Join(" AND ", conditions)} ORDER BY id DESC LIMIT {most + 1}",
            [.. parameters],
            row => new AuditEntry(
                row.GetInt64(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5)),
            token), cancel);
        return rows.Count > most
            ? new AuditPage(rows[..most], rows[most - 1].Id.ToString(CultureInfo.InvariantCulture))
            : new AuditPage(rows, null);

        void Add(string column, string? value)
        {
            if (string.IsNullOrWhiteSpace(value)) return;
            conditions.Add($"{column} = @{column}");
            parameters.Add((column, value.Trim()));
        }
    }

    private static long After(string? after) => string.IsNullOrEmpty(after) ? long.MaxValue
        : long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id
        : 0;
}
