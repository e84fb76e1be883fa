namespace Learning.Tests.Grains;

/// <summary>Grain tests run one after another: they share silos and the clock.</summary>
[CollectionDefinition(Name)]
public sealed class GrainCollection : ICollectionFixture<GrainFixture>
{
    public const string Name = "grains";
}
