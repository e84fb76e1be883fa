using System.Data.Common;

namespace Learning.Silo.Storage;

/// <summary>Short ways to say what ADO.NET takes five lines for.</summary>
public static class DatabaseCommands
{
    /// <summary>A command with its parameters.</summary>
    /// <param name="connection">Open.</param>
    /// <param name="sql">Parameters as <c>@name</c>.</param>
    /// <param name="parameters">Name without <c>@</c>, and value; <see langword="null"/> is NULL.</param>
    public static DbCommand Command(this DbConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            // With its prefix: without one the SQLite driver tries every prefix there is, each time through all parameters.
            parameter.ParameterName = "@" + name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    /// <summary>Executes a statement and answers how many rows it touched.</summary>
    /// <param name="connection">Open.</param>
    /// <param name="sql">Parameters as <c>@name</c>.</param>
    /// <param name="parameters">Name and value.</param>
    /// <param name="cancel">Cancels.</param>
    public static async Task<int> ExecuteAsync(this DbConnection connection, string sql, (string Name, object? Value)[] parameters, CancellationToken cancel)
    {
        await using var command = connection.Command(sql, parameters);
        return await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Reads every row.</summary>
    /// <typeparam name="T">What a row becomes.</typeparam>
    /// <param name="connection">Open.</param>
    /// <param name="sql">Parameters as <c>@name</c>.</param>
    /// <param name="parameters">Name and value.</param>
    /// <param name="row">Makes one of a row.</param>
    /// <param name="cancel">Cancels.</param>
    public static async Task<List<T>> RowsAsync<T>(
        this DbConnection connection, string sql, (string Name, object? Value)[] parameters, Func<DbDataReader, T> row, CancellationToken cancel)
    {
        await using var command = connection.Command(sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancel)) rows.Add(row(reader));
        return rows;
    }
}
