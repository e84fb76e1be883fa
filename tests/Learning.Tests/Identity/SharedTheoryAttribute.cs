namespace Learning.Tests.Identity;

/// <summary>A theory that compares with data beside the checkout, skipped with the reason where it isn't there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute() => Skip = SharedFactAttribute.Missing;
}
