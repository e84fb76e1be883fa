using System.Globalization;
using System.Security.Claims;
using Learning.Contracts.Targets;
using Learning.Domain.Reach;
using Learning.Domain.Reach.Targets;
using Learning.Web.Accounts;
using Learning.Web.Audit;
using Learning.Web.Words;

namespace Learning.Web.Reach.Targets;

/// <summary>Sets targets, for the API and the page alike.</summary>
public sealed class TargetWriting(IGrainFactory grains, IAuditLog audit, TimeProvider clock)
{
    /// <summary>Sets or, without a value, withdraws a target.</summary>
    /// <param name="who">Who does.</param>
    /// <param name="query">The figure; its last day must be set.</param>
    /// <param name="value">What is to be reached.</param>
    /// <param name="baseline">What it was before.</param>
    /// <param name="baselineDay">On which day.</param>
    /// <param name="errors">What is already known to be wrong; then nothing is set.</param>
    /// <param name="words">The caller's language.</param>
    /// <returns>The target, or all that is wrong, by field.</returns>
    public async Task<(Target? Target, Dictionary<string, string[]> Errors)> Set(
        ClaimsPrincipal who, ReachQuery query, decimal? value, decimal? baseline, DateOnly? baselineDay, Dictionary<string, string[]> errors, IWords words)
    {
        void Wrong(string field, string key) => errors.TryAdd(field, [words[key]]);
        query = query with { By = null };
        if (query.To is null) Wrong("to", "target.toNeeded");
        if (baseline is null != baselineDay is null) Wrong(baseline is null ? "baseline" : "baselineDay", "target.baselineHalf");
        if (baselineDay > query.To) Wrong("baselineDay", "target.baselineLate");
        // Withdrawing what was never set would make a target of nothing.
        if (errors.Count == 0 && value is null && await grains.GetGrain<ITargetGrain>(TargetRules.IdOf(query)).Get() is null) Wrong("value", "target.none");
        if (errors.Count > 0) return (null, errors);

        var target = await grains.GetGrain<ITargetGrain>(TargetRules.IdOf(query)).Set(query, new TargetSetting(clock.GetUtcNow(), Caller.Of(who).Actor, value, baseline, baselineDay));
        await audit.Note(who, value is null ? "target.withdraw" : "target.set", target.Id, $"{ReachUrl.Of("reach", query)} {value?.ToString(CultureInfo.InvariantCulture)}".TrimEnd());
        return (target, errors);
    }
}
