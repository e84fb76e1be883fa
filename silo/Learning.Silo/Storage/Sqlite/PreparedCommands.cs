using Microsoft.Data.Sqlite;

namespace Learning.Silo.Storage.Sqlite;

/// <summary>Statements of one connection that stay prepared: parsing one costs more than running it.</summary>
/// <param name="connection">Open; used by one thread at a time.</param>
internal sealed class PreparedCommands(SqliteConnection connection) : IDisposable
{
    /// <summary>The provider has three statements and we have a few; whoever makes up new texts shall not fill the memory.</summary>
    private const int Most = 100;

    private readonly Dictionary<string, SqliteCommand> commands = new(StringComparer.Ordinal);

    /// <summary>The command of that text, without parameters.</summary>
    public SqliteCommand Get(string sql)
    {
        if (commands.TryGetValue(sql, out var command))
        {
            command.Parameters.Clear();
            return command;
        }

        if (commands.Count >= Most) Dispose();
        command = connection.CreateCommand();
        command.CommandText = sql;
        commands.Add(sql, command);
        return command;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in commands.Values) command.Dispose();
        commands.Clear();
    }
}
