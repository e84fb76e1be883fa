using Learning.Domain.Reach;
using Learning.Domain.Reach.Targets;
using Learning.Domain.Trainees;

namespace Learning.Silo.ReadModel;

/// <summary>One target in force. Table <c>targets</c>.</summary>
public sealed record TargetRow
{
    /// <summary>Target id.</summary>
    public required string TargetId { get; init; }

    /// <summary>P-code.</summary>
    public required string Region { get; init; }

    /// <summary>Which region is meant.</summary>
    public RegionKind RegionKind { get; init; }

    /// <summary>What is counted.</summary>
    public Measure Measure { get; init; }

    /// <summary>Counting rule.</summary>
    public required string Rule { get; init; }

    /// <summary>Filter.</summary>
    public string? Course { get; init; }

    /// <summary>Filter.</summary>
    public string? Funder { get; init; }

    /// <summary>Filter.</summary>
    public Sex? Sex { get; init; }

    /// <summary>Filter.</summary>
    public string? AgeBand { get; init; }

    /// <summary>Filter.</summary>
    public string? Organisation { get; init; }

    /// <summary>First day; null from the beginning.</summary>
    public DateOnly? FromDay { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly ToDay { get; init; }

    /// <summary>What is to be reached.</summary>
    public double Value { get; init; }

    /// <summary>What it was before.</summary>
    public double? Baseline { get; init; }

    /// <summary>On which day.</summary>
    public DateOnly? BaselineDay { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset SetAt { get; init; }

    /// <summary>User name.</summary>
    public required string SetBy { get; init; }

    /// <summary>The target, with the setting in force.</summary>
    public Target ToTarget() => new()
    {
        Id = TargetId,
        Query = new ReachQuery
        {
            Region = Region, RegionKind = RegionKind, Measure = Measure, Rule = Rule, Course = Course, Funder = Funder, Sex = Sex, AgeBand = AgeBand,
            Organisation = Organisation, From = FromDay, To = ToDay,
        },
        Settings = [new TargetSetting(SetAt, SetBy, (decimal)Value, (decimal?)Baseline, BaselineDay)],
    };
}
