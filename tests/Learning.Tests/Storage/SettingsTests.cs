using Learning.Silo.Storage;
using Learning.Silo.Storage.Postgres;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Learning.Tests.Storage;

public sealed class SettingsTests
{
    [Fact]
    public void Without_settings_it_is_an_embedded_file_under_data()
    {
        var database = From();

        Assert.Equal(DatabaseKind.Sqlite, database.Kind);
        Assert.Equal(Path.GetFullPath("data"), database.DataFolder);
        Assert.Contains(Path.Combine("data", "learning.db"), database.ConnectionString, StringComparison.Ordinal);
        Assert.Equal(ClusteringKind.Localhost, database.Clustering);
    }

    [Fact]
    public void Postgres_prepares_statements_and_leaves_connections_for_others()
    {
        var database = From(("LEARNING_DATABASE", "postgres"), ("ConnectionStrings:learning", "Host=db;Database=learning;Username=u"));

        var builder = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        Assert.Equal((DatabaseKind.Postgres, ClusteringKind.Database, 100), (database.Kind, database.Clustering, builder.MaxAutoPrepare));
        // Three processes leave ten of the 100 that a server allows.
        Assert.Equal(30, builder.MaxPoolSize + Most(PostgresSources.States(database.ConnectionString)) + Most(PostgresSources.Projections(database.ConnectionString)));
    }

    [Theory]
    [InlineData("Maximum Pool Size=1", 1, 1)]
    [InlineData("Maximum Pool Size=5;Minimum Pool Size=4", 1, 5)]
    [InlineData("Minimum Pool Size=16", 1, 12)]
    public void Connections_for_one_use_are_no_more_than_the_connection_string_allows(string said, int states, int projections)
    {
        var database = From(("LEARNING_DATABASE", "postgres"), ("ConnectionStrings:learning", $"Host=db;Database=learning;{said}"));

        Assert.Equal((states, projections), (Most(PostgresSources.States(database.ConnectionString)), Most(PostgresSources.Projections(database.ConnectionString))));
    }

    [Fact]
    public void What_the_connection_string_says_itself_stays()
    {
        var database = From(("LEARNING_DATABASE", "postgres"), ("LEARNING_CLUSTERING", "localhost"), ("ConnectionStrings:learning", "Host=db;Database=learning;Maximum Pool Size=7;Max Auto Prepare=5"));

        var builder = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        Assert.Equal((5, 7, ClusteringKind.Localhost), (builder.MaxAutoPrepare, builder.MaxPoolSize, database.Clustering));
    }

    [Theory]
    [InlineData("LEARNING_DATABASE", "mysql", null, "'sqlite' or 'postgres'")]
    [InlineData("LEARNING_DATABASE", "postgres", null, "needs ConnectionStrings__learning")]
    [InlineData("LEARNING_DATABASE", "postgres", "Host=db", "a host and a database")]
    [InlineData("LEARNING_DATABASE", "postgres", "Hots=db;Database=x", "can't be read")]
    [InlineData("LEARNING_DATABASE", "sqlite", "Host=db;Database=x", "Set LEARNING_DATABASE=postgres")]
    [InlineData("LEARNING_CLUSTERING", "database", null, "needs LEARNING_DATABASE=postgres")]
    public void A_setting_that_means_nothing_is_refused_in_words(string name, string value, string? connectionString, string words)
    {
        var refused = Assert.Throws<DatabaseSettingsException>(() => From((name, value), ("ConnectionStrings:learning", connectionString)));

        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_can_not_be_made_is_refused_in_words()
    {
        var file = Path.GetTempFileName();

        var refused = Assert.Throws<DatabaseSettingsException>(() =>
            new Learning.Silo.Storage.Sqlite.GatheringSqliteDataSource(LearningDatabase.Sqlite(Path.Combine(file, "data")), NullLogger<Learning.Silo.Storage.Sqlite.GatheringSqliteDataSource>.Instance));

        Assert.Contains("LEARNING_DATA", refused.Message, StringComparison.Ordinal);
        File.Delete(file);
    }

    private static LearningDatabase From(params (string Name, string? Value)[] settings) =>
        LearningDatabase.From(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, s.Value))).Build());

    private static int Most(NpgsqlDataSource source)
    {
        using (source) return new NpgsqlConnectionStringBuilder(source.ConnectionString).MaxPoolSize;
    }
}
