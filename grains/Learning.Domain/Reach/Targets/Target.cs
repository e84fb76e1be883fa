using System.Collections.Immutable;

namespace Learning.Domain.Reach.Targets;

/// <summary>What a figure is to come to: an indicator (measure, rule and filters) of a region, up to a day.</summary>
public sealed record Target
{
    /// <summary>Id, which follows from <see cref="Query"/>: a figure has one target.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// The figure. It has no rows, its last day is set, and without a first day everything up to the last counts.
    /// </summary>
    public required ReachQuery Query { get; init; }

    /// <summary>What was set, in the order of setting.</summary>
    public ImmutableArray<TargetSetting> Settings { get; init; } = [];

    /// <summary>What is in force; <see langword="null"/> once withdrawn.</summary>
    public TargetSetting? Current => Settings.LastOrDefault() is { Value: not null } last ? last : null;
}
