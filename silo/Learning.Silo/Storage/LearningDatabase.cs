using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Learning.Silo.Storage;

/// <summary>Where everything is stored. See <see cref="From"/> for the settings it is read from.</summary>
/// <param name="Kind">SQLite or PostgreSQL.</param>
/// <param name="ConnectionString">Of the chosen database, complete.</param>
/// <param name="DataFolder">Full path of the folder for the embedded file and for other files of this installation.</param>
/// <param name="Clustering">How silos find each other.</param>
public sealed record LearningDatabase(DatabaseKind Kind, string ConnectionString, string DataFolder, ClusteringKind Clustering)
{
    /// <summary>Name of the embedded file within <see cref="DataFolder"/>.</summary>
    public const string FileName = "learning.db";

    /// <summary>An embedded database in that folder, which is made when missing.</summary>
    /// <param name="dataFolder">Relative to the current folder, or full.</param>
    public static LearningDatabase Sqlite(string dataFolder)
    {
        var folder = Path.GetFullPath(dataFolder);
        var connectionString = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, FileName), ForeignKeys = true, DefaultTimeout = 30 };
        return new(DatabaseKind.Sqlite, connectionString.ToString(), folder, ClusteringKind.Localhost);
    }

    /// <summary>A PostgreSQL database that is there already; its tables are made at start.</summary>
    /// <param name="connectionString">As Npgsql takes it; preparing statements, the size of the pool and the application's name are added unless set.</param>
    /// <param name="dataFolder">Relative to the current folder, or full.</param>
    /// <param name="clustering">How silos find each other.</param>
    /// <exception cref="DatabaseSettingsException">The connection string can't be read or names no host or no database.</exception>
    public static LearningDatabase Postgres(string connectionString, string dataFolder = "data", ClusteringKind clustering = ClusteringKind.Database)
    {
        NpgsqlConnectionStringBuilder builder;
        try
        {
            builder = new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (ArgumentException e)
        {
            throw new DatabaseSettingsException($"ConnectionStrings__learning can't be read: {e.Message} {Example}", e);
        }

        if (string.IsNullOrEmpty(builder.Host) || string.IsNullOrEmpty(builder.Database))
            throw new DatabaseSettingsException($"ConnectionStrings__learning must name a host and a database. {Example}");
        if (!builder.ContainsKey("Max Auto Prepare") || builder.MaxAutoPrepare == 0) builder.MaxAutoPrepare = 100;
        // Nothing leaves settings that others must not see, locks or temporary tables on a connection; resetting it anyway is seven statements for each one of ours.
        builder.NoResetOnClose = true;
        // A server allows 100 connections unless told otherwise, and several processes share them: with those for states and projections (PostgresSources) it is 30 a process.
        if (!connectionString.Contains("pool size", StringComparison.OrdinalIgnoreCase)) builder.MaxPoolSize = 17;
        builder.ApplicationName ??= "learning";
        return new(DatabaseKind.Postgres, builder.ToString(), Path.GetFullPath(dataFolder), clustering);
    }

    /// <summary>
    /// Reads <c>LEARNING_DATABASE</c> (<c>sqlite</c>, the default, or <c>postgres</c>), <c>LEARNING_DATA</c> (a folder, default <c>data</c>),
    /// <c>ConnectionStrings__learning</c> (PostgreSQL only) and <c>LEARNING_CLUSTERING</c> (<c>database</c>, the default on PostgreSQL, or <c>localhost</c>).
    /// </summary>
    /// <param name="configuration">Environment variables and appsettings.</param>
    /// <exception cref="DatabaseSettingsException">A setting has a value that means nothing, or two contradict each other.</exception>
    public static LearningDatabase From(IConfiguration configuration)
    {
        var folder = Setting(configuration, "LEARNING_DATA") ?? "data";
        var connectionString = configuration.GetConnectionString("learning");
        var clustering = Setting(configuration, "LEARNING_CLUSTERING");
        return Setting(configuration, "LEARNING_DATABASE")?.ToLowerInvariant() switch
        {
            // Ignoring it would quietly write into a local file what was meant for a server.
            null or "sqlite" when !string.IsNullOrWhiteSpace(connectionString) =>
                throw new DatabaseSettingsException("ConnectionStrings__learning is set, but LEARNING_DATABASE is sqlite. Set LEARNING_DATABASE=postgres, or remove the connection string."),
            null or "sqlite" when clustering is not (null or "localhost") =>
                throw new DatabaseSettingsException($"LEARNING_CLUSTERING={clustering} needs LEARNING_DATABASE=postgres: SQLite serves one process."),
            null or "sqlite" => Sqlite(folder),
            "postgres" when string.IsNullOrWhiteSpace(connectionString) =>
                throw new DatabaseSettingsException($"LEARNING_DATABASE=postgres needs ConnectionStrings__learning. {Example}"),
            "postgres" => Postgres(connectionString!, folder, clustering?.ToLowerInvariant() switch
            {
                null or "database" => ClusteringKind.Database,
                "localhost" => ClusteringKind.Localhost,
                _ => throw new DatabaseSettingsException($"LEARNING_CLUSTERING is '{clustering}'; it can be 'database' or 'localhost'."),
            }),
            var other => throw new DatabaseSettingsException($"LEARNING_DATABASE is '{other}'; it can be 'sqlite' or 'postgres'."),
        };
    }

    private const string Example = "Example: Host=127.0.0.1;Database=learning;Username=learning;Password=…";

    private static string? Setting(IConfiguration configuration, string name) =>
        configuration[name] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
