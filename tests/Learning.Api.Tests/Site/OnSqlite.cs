namespace Learning.Api.Tests.Site;

/// <summary>Tests that share one program on SQLite.</summary>
[CollectionDefinition(Name)]
public sealed class OnSqlite : ICollectionFixture<SqliteSite>
{
    public const string Name = "SQLite";
}
