namespace Learning.CheckIn.Sync;

/// <summary>The server's problem details, as far as the app needs them.</summary>
/// <param name="Title">What is wrong, in the language asked for.</param>
public sealed record ServerProblem(string? Title);
