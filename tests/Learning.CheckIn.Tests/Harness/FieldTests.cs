namespace Learning.CheckIn.Tests.Harness;

/// <summary>All tests share one server and take turns: two cores serve one phone well.</summary>
[CollectionDefinition(Name)]
public sealed class FieldTests : ICollectionFixture<FieldSite>
{
    public const string Name = "field";
}
