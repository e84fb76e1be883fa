using Learning.Domain.Reach;
using Learning.Domain.Reach.Targets;

namespace Learning.Web.Reach.Targets;

/// <summary>A target as the API answers it.</summary>
public sealed record TargetView
{
    /// <summary>Target id.</summary>
    public required string Id { get; init; }

    /// <summary>The figure that it is of.</summary>
    public required FigureView Figure { get; init; }

    /// <summary>What is to be reached; <see langword="null"/> once withdrawn.</summary>
    public decimal? Value { get; init; }

    /// <summary>What it was before, if known.</summary>
    public decimal? Baseline { get; init; }

    /// <summary>The day of the baseline.</summary>
    public DateOnly? BaselineDay { get; init; }

    /// <summary>When this was set, UTC.</summary>
    public DateTimeOffset SetAt { get; init; }

    /// <summary>By whom.</summary>
    public required string SetBy { get; init; }

    /// <summary>Of a target.</summary>
    /// <param name="target">The target; somebody has set it.</param>
    public static TargetView Of(Target target)
    {
        var last = target.Settings[^1];
        return new()
        {
            Id = target.Id, Figure = FigureView.Of(target.Query), Value = last.Value, Baseline = last.Baseline, BaselineDay = last.BaselineDay, SetAt = last.At, SetBy = last.By,
        };
    }
}
