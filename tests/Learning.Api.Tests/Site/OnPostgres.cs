namespace Learning.Api.Tests.Site;

/// <summary>Tests that share one program on PostgreSQL.</summary>
[CollectionDefinition(Name)]
public sealed class OnPostgres : ICollectionFixture<PostgresSite>
{
    public const string Name = "PostgreSQL";
}
