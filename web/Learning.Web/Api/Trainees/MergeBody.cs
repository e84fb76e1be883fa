namespace Learning.Web.Api.Trainees;

/// <summary>Says that two records are one person's.</summary>
/// <param name="Into">Id of the record that stands for the person from then on.</param>
/// <param name="Reason">How that was found out.</param>
public sealed record MergeBody(string? Into, string? Reason)
{
    /// <summary>Longest reason, in characters.</summary>
    public const int LongestReason = 500;
}
