namespace Learning.Silo.Storage;

/// <summary>Which database holds everything.</summary>
public enum DatabaseKind
{
    /// <summary>One embedded file; one process.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server; any number of processes.</summary>
    Postgres,
}
