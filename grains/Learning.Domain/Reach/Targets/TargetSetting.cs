namespace Learning.Domain.Reach.Targets;

/// <summary>A target as somebody set it at a time. Nothing is overwritten: the last setting is in force.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="By">User name.</param>
/// <param name="Value">What is to be reached, in the measure's unit; <see langword="null"/> if the target was withdrawn.</param>
/// <param name="Baseline">What it was before, if known.</param>
/// <param name="BaselineDay">The day of the baseline; there if and only if the baseline is.</param>
public sealed record TargetSetting(DateTimeOffset At, string By, decimal? Value, decimal? Baseline = null, DateOnly? BaselineDay = null)
{
    /// <summary>Whether somebody set the same before.</summary>
    /// <param name="other">Another setting.</param>
    public bool SaysTheSame(TargetSetting? other) => other is not null && this with { At = other.At, By = other.By } == other;
}
