namespace Learning.Domain.Requests;

/// <summary>The first answer to a creating call, given again when the call is repeated.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Json">The body.</param>
/// <param name="Location">Where what was created is to be found, if it is.</param>
public sealed record KeptAnswer(int Status, string Json, string? Location);
