using System.Data.Common;
using System.Globalization;
using Learning.Domain.Devices;
using Learning.Domain.Sessions;
using Learning.Silo.Storage;

namespace Learning.Silo.Projections;

/// <summary>
/// What a batch of changed grains makes of the read model. Each grain's rows are made what they should be, so that projecting it
/// again comes to the same; of rosters and marks, where one of hundreds changed, only that one is written.
/// </summary>
internal sealed class ReadModelBatch(bool isRepeated = false)
{
    private const int AtOnce = 1_000;

    private readonly Dictionary<Table, Dictionary<string, List<object?[]>>> replaced = [];

    /// <summary>People of whom any facts may have changed: known after <see cref="WriteTo"/>.</summary>
    public HashSet<string> Trainees { get; } = new(StringComparer.Ordinal);

    /// <summary>People of whom only facts about one cohort changed, with that cohort: known after <see cref="WriteTo"/>.</summary>
    public HashSet<(string TraineeId, string CohortId)> Participations { get; } = [];

    /// <summary>Cohorts whose facts changed: known after <see cref="WriteTo"/>.</summary>
    public HashSet<string> Cohorts { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether the tree of organisations may have changed.</summary>
    public bool Organisations => replaced.ContainsKey(Table.Organisations);

    /// <summary>
    /// Whether some of it may have been written before and told to nobody, by a try that failed or a process that died. Then all that it touches counts as
    /// changed, whatever stands in the read model.
    /// </summary>
    public bool IsRepeated => isRepeated;

    /// <summary>Cohorts of which something is in the batch, changed or not: known after <see cref="WriteTo"/>.</summary>
    public HashSet<string> Touched { get; } = new(StringComparer.Ordinal);

    /// <summary>Phones of which other scans may be missing now.</summary>
    public HashSet<string> Devices { get; } = new(StringComparer.Ordinal);

    /// <summary>Makes these the numbers of phones' scans that an owner has.</summary>
    /// <param name="owner">The session's or the device's key.</param>
    /// <param name="numbers">Phone and number; numbers below 1 are none.</param>
    public void Receive(string owner, IEnumerable<(string Device, long Number)> numbers)
    {
        var byDevice = numbers.GroupBy(n => n.Device, n => n.Number).ToList();
        Devices.UnionWith(byDevice.Select(g => g.Key));
        Replace(Table.Received, owner, byDevice.Select(g => new object?[] { owner, g.Key, SeqRange.Text(SeqRange.Add([], g)) }));
    }

    /// <summary>Makes these the rows that one grain owns in a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="owner">The grain's key, the first value of every row.</param>
    /// <param name="rows">Values in the order of the table's columns; none to leave nothing.</param>
    public void Replace(Table table, string owner, params IEnumerable<object?[]> rows)
    {
        if (!replaced.TryGetValue(table, out var owners)) replaced.Add(table, owners = new(StringComparer.Ordinal));
        owners[owner] = [.. rows.Select(row => Array.ConvertAll(row, Stored))];
    }

    /// <summary>Writes everything; the caller's transaction makes it one.</summary>
    /// <param name="connection">Open, in a transaction.</param>
    /// <param name="kind">Which database it is.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task WriteTo(DbConnection connection, DatabaseKind kind, CancellationToken cancel)
    {
        var gaps = new DeviceGaps(connection, kind, Devices);
        await gaps.Lock(cancel);
        foreach (var (table, owners) in replaced)
        {
            var sql = TableSql.Of(table, kind);
            foreach (var some in owners.Keys.Chunk(AtOnce))
            {
                var rows = some.SelectMany(owner => owners[owner]);
                if (table.TraineeColumn >= 0) rows = await ClearChanged(connection, kind, table, some, rows, cancel);
                else if (table.CohortFacts is not { } facts || await NoteChanged(connection, kind, table, facts, some, owners, cancel)) await connection.ExecuteAsync(sql.DeleteOwners, [IdList.Of(kind, some)], cancel);
                foreach (var few in rows.Chunk(AtOnce)) await connection.ExecuteAsync(sql.Insert, [("json", sql.Json(few))], cancel);
            }
        }

        await gaps.Write(cancel);
    }

    /// <summary>Notes the cohorts about which other facts stand there than should. Answers whether there are any rows to be taken out.</summary>
    private async Task<bool> NoteChanged(
        DbConnection connection, DatabaseKind kind, Table table, string[] facts, string[] some, Dictionary<string, List<object?[]>> wanted, CancellationToken cancel)
    {
        var columns = Array.ConvertAll(facts, name => Array.IndexOf(table.Columns, name));
        var before = (await connection.RowsAsync(
            TableSql.Of(table, kind).Select, [IdList.Of(kind, some)], reader => (Owner: reader.GetString(0), Facts: Text(columns.Select(reader.GetValue))), cancel))
            .ToLookup(row => row.Owner, row => row.Facts);
        foreach (var owner in some)
        {
            var cohort = SessionId.TryParse(owner, out var its, out _) ? its : owner;
            Touched.Add(cohort);
            if (isRepeated || !before[owner].ToHashSet().SetEquals(wanted[owner].Select(row => Text(columns.Select(column => row[column]))))) Cohorts.Add(cohort);
        }

        return before.Count > 0;
    }

    /// <summary>Takes out what is not as it should be, notes whose rows they are, and answers the rows to be written.</summary>
    private async Task<IReadOnlyList<object?[]>> ClearChanged(
        DbConnection connection, DatabaseKind kind, Table table, string[] owners, IEnumerable<object?[]> rows, CancellationToken cancel)
    {
        var sql = TableSql.Of(table, kind);
        var before = await connection.RowsAsync(
            sql.Select, [IdList.Of(kind, owners)],
            reader => (
                Owner: reader.GetString(0), Trainee: reader.GetString(table.TraineeColumn), Cohort: table.CohortColumn < 0 ? null : reader.GetString(table.CohortColumn),
                Merged: table.MergedColumn < 0 ? null : reader.GetValue(table.MergedColumn) as string,
                Text: Text(Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue))), cancel);
        var after = rows.Select(row => (Row: row, Text: Text(row))).ToList();
        var (known, wanted) = (before.Select(b => b.Text).ToHashSet(StringComparer.Ordinal), after.Select(a => a.Text).ToHashSet(StringComparer.Ordinal));
        var gone = before.Where(b => !wanted.Contains(b.Text)).ToList();
        var changed = after.Where(a => !known.Contains(a.Text)).Select(a => a.Row).ToList();
        var concerned = gone.Select(b => (b.Trainee, b.Cohort))
            .Concat((isRepeated ? after.Select(a => a.Row) : changed).Select(row => ((string)row[table.TraineeColumn]!, table.CohortColumn < 0 ? null : (string?)row[table.CohortColumn])));
        foreach (var (trainee, cohort) in concerned)
        {
            if (cohort is null) Trainees.Add(trainee);
            else Participations.Add((trainee, cohort));
        }

        // Of a merge and of its undo: whoever has the facts now, and whoever had them.
        if (table.MergedColumn >= 0) Trainees.UnionWith(gone.Select(b => b.Merged).Concat(changed.Select(row => (string?)row[table.MergedColumn])).OfType<string>());
        // A person's number must stay, so people are updated in place.
        if (table != Table.People && gone.Count > 0)
            await connection.ExecuteAsync(sql.DeletePairs, IdPairs.Of(kind, [.. gone.Select(b => (b.Owner, b.Trainee))]), cancel);
        return changed;
    }

    // Enums are stored as their numbers and moments as UTC milliseconds, on both databases.
    private static object? Stored(object? value) => value switch
    {
        Enum e => Convert.ToInt32(e, CultureInfo.InvariantCulture),
        DateTimeOffset at => at.ToUnixTimeMilliseconds(),
        decimal number => (double)number,
        _ => value,
    };

    // Only compared with itself, so that the two databases' own types (long for int, text for a day) don't matter.
    private static string Text(IEnumerable<object?> values) => string.Join('\u001f', values.Select(value => value switch
    {
        // Not the empty text, which is something else.
        null or DBNull => "\0",
        bool flag => flag ? "1" : "0",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    }));
}
