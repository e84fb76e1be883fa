namespace Learning.Web.Reports;

/// <summary>A value when the report was frozen, and now.</summary>
/// <typeparam name="T">The value.</typeparam>
/// <param name="Then">When it was frozen.</param>
/// <param name="Now">Now.</param>
public sealed record ThenNow<T>(T Then, T Now);
