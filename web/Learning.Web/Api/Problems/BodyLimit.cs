namespace Learning.Web.Api.Problems;

/// <summary>How large the body of a call may be.</summary>
/// <param name="Bytes">In bytes; <see langword="null"/> if the call looks after it itself.</param>
public sealed record BodyLimit(long? Bytes)
{
    /// <summary>Without another word: 200 scans need less than half of it.</summary>
    public const long Usual = 2 * 1024 * 1024;
}
