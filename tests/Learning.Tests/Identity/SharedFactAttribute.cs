namespace Learning.Tests.Identity;

/// <summary>A fact that compares with data beside the checkout, skipped with the reason where it isn't there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute() => Skip = Missing;

    /// <summary>Why such tests are skipped; null when they run.</summary>
    public static string? Missing { get; } = Directory.Exists(Path.Combine(SignInSheets.SharedFolder(), "data"))
        ? null
        : "The folder ../shared with the truth about the kept sheets is not beside this checkout.";
}
