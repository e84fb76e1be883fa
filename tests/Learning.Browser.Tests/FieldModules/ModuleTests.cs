namespace Learning.Browser.Tests.FieldModules;

/// <summary>They measure time, so nothing else is tested meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ModuleTests : ICollectionFixture<ModuleHost>
{
    public const string Name = "field modules";
}
