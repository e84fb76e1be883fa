using Microsoft.Data.Sqlite;

namespace Learning.Silo.Storage.Sqlite;

/// <summary>What has to be known about a statement before it runs, and about a connection before it writes.</summary>
internal static class SqlText
{
    /// <summary>Whether the statement only reads. When in doubt it does not: a query on the write connection is merely slower.</summary>
    public static bool IsQuery(string sql) => sql.AsSpan().TrimStart().StartsWith("SELECT", StringComparison.OrdinalIgnoreCase) && !sql.AsSpan().TrimEnd(" \r\n\t;").Contains(';');

    /// <summary>Settings of every connection: a commit is on disk when it returns, and a lock is waited for.</summary>
    public static void MakeDurable(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous = FULL; PRAGMA busy_timeout = 10000; PRAGMA foreign_keys = 1";
        command.ExecuteNonQuery();
    }
}
