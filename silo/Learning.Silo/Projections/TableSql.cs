using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Learning.Silo.Storage;

namespace Learning.Silo.Projections;

/// <summary>
/// The statements by which the rows of a table are read, taken out and written. They never differ, whatever number of rows: a
/// database parses and plans each new text, and keeps the known ones. Rows come in one parameter, <c>@json</c>, keys as <see cref="IdList"/> and pairs as <see cref="IdPairs"/>.
/// </summary>
internal sealed class TableSql
{
    private static readonly ConcurrentDictionary<(Table, DatabaseKind), TableSql> Known = new();

    private readonly Table table;

    private TableSql(Table table, DatabaseKind kind)
    {
        this.table = table;
        var columns = string.Join(", ", table.Columns);
        var rows = kind == DatabaseKind.Sqlite
            ? $"select {string.Join(", ", table.Columns.Select(c => $"value ->> '{c}'"))} from json_each(@json) where true"
            : $"select {columns} from json_populate_recordset(null::{table.Name}, @json::json)";
        Select = $"select {columns} from {table.Name} where {IdList.Among(kind, table.Owner)}";
        DeleteOwners = $"delete from {table.Name} where {IdList.Among(kind, table.Owner)}";
        DeletePairs = table.TraineeColumn < 0 ? "" : $"delete from {table.Name} where ({table.Owner}, {table.Columns[table.TraineeColumn]}) in (select its_owner, its_trainee from {IdPairs.Table(kind, "its_owner", "its_trainee")})";
        Insert = $"insert into {table.Name} ({columns}) {rows}";
        if (table == Table.People) Insert += $" on conflict (trainee_id) do update set {string.Join(", ", table.Columns.Skip(1).Select(c => $"{c} = excluded.{c}"))}";
    }

    /// <summary>Reads the rows of owners.</summary>
    public string Select { get; }

    /// <summary>Takes out all rows of owners.</summary>
    public string DeleteOwners { get; }

    /// <summary>Takes out the rows of pairs of owner and person.</summary>
    public string DeletePairs { get; }

    /// <summary>Writes rows; of people, in place of those that are there.</summary>
    public string Insert { get; }

    /// <summary>The statements of a table.</summary>
    public static TableSql Of(Table table, DatabaseKind kind) => Known.GetOrAdd((table, kind), key => new(key.Item1, key.Item2));

    /// <summary>Rows as the parameter.</summary>
    public string Json(IEnumerable<object?[]> rows)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var row in rows)
            {
                json.WriteStartObject();
                for (var i = 0; i < row.Length; i++) Write(json, table.Columns[i], row[i]);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(Utf8JsonWriter json, string column, object? value)
    {
        switch (value)
        {
            case null: json.WriteNull(column); break;
            case string text: json.WriteString(column, text); break;
            case bool flag: json.WriteBoolean(column, flag); break;
            case int number: json.WriteNumber(column, number); break;
            case long number: json.WriteNumber(column, number); break;
            case double number: json.WriteNumber(column, number); break;
            case DateOnly day: json.WriteString(column, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
            default: throw new ArgumentException($"{column} can't be a {value.GetType().Name}.", nameof(value));
        }
    }
}
