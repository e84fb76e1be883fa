namespace Learning.Testing;

/// <summary>A scenario that failed, with what its browsers showed.</summary>
/// <param name="why">Why it failed.</param>
/// <param name="shown">A picture a browser, perhaps with its words; and what their pages complained of.</param>
public sealed class ScenarioException(Exception why, IReadOnlyList<string> shown)
    : Exception($"{why.Message}{Environment.NewLine}What the browsers showed:{string.Concat(shown.Select(p => $"{Environment.NewLine}  {p}"))}", why);
