using Learning.Silo.Storage;
using Npgsql;

namespace Learning.Tests.Databases;

/// <summary>An empty database for one test, gone afterwards.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string folder;

    private TestDatabase(LearningDatabase settings, string folder)
    {
        Settings = settings;
        this.folder = folder;
    }

    /// <summary>With <see cref="ClusteringKind.Host"/>; change it with <c>with</c>.</summary>
    public LearningDatabase Settings { get; }

    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind)
    {
        var folder = Directory.CreateTempSubdirectory("learning-test-").FullName;
        var settings = kind == DatabaseKind.Sqlite
            ? LearningDatabase.Sqlite(folder)
            : LearningDatabase.Postgres(await PostgresServer.CreateDatabaseAsync(), folder);
        return new(settings with { Clustering = ClusteringKind.Host }, folder);
    }

    public async ValueTask DisposeAsync()
    {
        if (Settings.Kind == DatabaseKind.Postgres)
        {
            await using (var pooled = new NpgsqlConnection(Settings.ConnectionString)) NpgsqlConnection.ClearPool(pooled);
            await PostgresServer.DropDatabaseAsync(Settings.ConnectionString);
        }

        Directory.Delete(folder, recursive: true);
    }
}
