namespace Learning.Browser.Tests.Harness;

/// <summary>All tests share one program and one browser, and take turns: two cores serve one of them well.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<LearningSite>
{
    public const string Name = "browser";
}
