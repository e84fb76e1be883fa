namespace Learning.Api.Tests.Reach;

/// <summary>A fact that needs the IATI schema and ruleset, skipped with the reason where they aren't there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class IatiFactAttribute : FactAttribute
{
    public IatiFactAttribute() => Skip = IatiRules.Missing;
}
