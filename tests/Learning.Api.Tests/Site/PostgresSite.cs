using Learning.Tests.Databases;

namespace Learning.Api.Tests.Site;

/// <summary>The program on a PostgreSQL server of the test run's own.</summary>
public sealed class PostgresSite : ApiSite
{
    private string connectionString = "";

    protected override async Task<string[]> Settings()
    {
        connectionString = await PostgresServer.CreateDatabaseAsync();
        return ["--LEARNING_DATABASE=postgres", "--LEARNING_CLUSTERING=localhost", $"--ConnectionStrings:learning={connectionString}"];
    }

    protected override Task CleanUp() => PostgresServer.DropDatabaseAsync(connectionString);
}
