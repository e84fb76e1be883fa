using Microsoft.Data.Sqlite;

namespace Learning.Silo.Storage.Sqlite;

/// <summary>One result of a statement, read to its end so that the connection is free again.</summary>
/// <param name="Columns">Their names.</param>
/// <param name="Rows">Values as SQLite holds them: long, double, string, byte[], DBNull.</param>
/// <param name="RecordsAffected">By all statements so far; −1 if none writes.</param>
internal sealed record RowSet(string[] Columns, IReadOnlyList<object[]> Rows, int RecordsAffected)
{
    /// <summary>Executes a statement and reads all its results.</summary>
    public static IReadOnlyList<RowSet> ReadAll(PreparedCommands prepared, string sql, SqliteParameterCollection parameters)
    {
        var command = prepared.Get(sql);
        foreach (SqliteParameter parameter in parameters)
            command.Parameters.Add(new SqliteParameter(parameter.ParameterName, parameter.Value));
        using var reader = command.ExecuteReader();
        var results = new List<RowSet>(1);
        do
        {
            if (reader.FieldCount == 0) continue;
            var columns = new string[reader.FieldCount];
            for (var i = 0; i < columns.Length; i++) columns[i] = reader.GetName(i);
            var rows = new List<object[]>();
            while (reader.Read())
            {
                var row = new object[columns.Length];
                reader.GetValues(row);
                rows.Add(row);
            }

            results.Add(new(columns, rows, reader.RecordsAffected));
        }
        while (reader.NextResult());

        return results.Count > 0 ? results : [new([], [], reader.RecordsAffected)];
    }
}
