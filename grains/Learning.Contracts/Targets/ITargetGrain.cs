using Learning.Domain.Reach;
using Learning.Domain.Reach.Targets;

namespace Learning.Contracts.Targets;

/// <summary>The target of one figure; the key is <see cref="TargetRules.IdOf"/> of it.</summary>
[Alias("target")]
public interface ITargetGrain : IGrainWithStringKey
{
    /// <summary>The target, or <see langword="null"/>.</summary>
    [Alias("get")]
    Task<Target?> Get();

    /// <summary>Sets or withdraws it. Setting the same again changes nothing.</summary>
    /// <param name="query">The figure.</param>
    /// <param name="setting">What is set.</param>
    [Alias("set")]
    Task<Target> Set(ReachQuery query, TargetSetting setting);
}
