namespace Learning.Testing;

/// <summary>A scenario that failed, with what its browsers showed.</summary>
/// <param name="why">Why it failed.</param>
/// <param name="pictures">Files; a picture a browser.</param>
public sealed class ScenarioException(Exception why, IReadOnlyList<string> pictures)
    : Exception($"{why.Message}{Environment.NewLine}What the browsers showed:{string.Concat(pictures.Select(p => $"{Environment.NewLine}  {p}"))}", why);
