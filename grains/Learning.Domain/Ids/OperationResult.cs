using System.Text.Json.Serialization;

namespace Learning.Domain.Ids;

/// <summary>
/// Why a rule said no, or nothing if it didn't. The code is a key of the web's words, so that each person reads it in their
/// own language.
/// </summary>
/// <param name="Code">E.g. <c>cohort.closed</c>; <see langword="null"/> when the operation was done.</param>
/// <param name="Field">The input it is about, in the words of the HTTP API; <see langword="null"/> for the whole.</param>
public sealed record OperationResult(string? Code = null, string? Field = null)
{
    /// <summary>Done.</summary>
    public static OperationResult Done { get; } = new();

    /// <summary>Whether it was done.</summary>
    [JsonIgnore]
    public bool IsDone => Code is null;

    /// <summary>Not done.</summary>
    /// <param name="code">Why.</param>
    /// <param name="field">Which input.</param>
    public static OperationResult Refused(string code, string? field = null) => new(code, field);
}
