using System.Collections.Immutable;
using System.Globalization;
using Learning.Domain.Ids;
using Learning.Domain.Text;

namespace Learning.Domain.Reach.Targets;

/// <summary>The rules of targets.</summary>
public static class TargetRules
{
    /// <summary>Most that a target or baseline can be: more than there are people.</summary>
    public const decimal Most = 10_000_000_000m;

    /// <summary>The id of a figure's target: the same for the same figure.</summary>
    /// <param name="query">The figure; rows are not looked at.</param>
    public static string IdOf(ReachQuery query) => LearningId.From(
        "target", query.Region, EnumText.Of(query.RegionKind), Day(query.From), Day(query.To), EnumText.Of(query.Measure), query.Rule, query.Course ?? "",
        query.Funder ?? "", query.Sex is { } sex ? EnumText.Of(sex) : "", query.AgeBand ?? "", query.Organisation ?? "");

    /// <summary>The target with one more setting; the same instance if the setting in force says the same.</summary>
    /// <param name="target">The target as it is, or <see langword="null"/>.</param>
    /// <param name="query">The figure.</param>
    /// <param name="setting">What is set.</param>
    public static Target Set(Target? target, ReachQuery query, TargetSetting setting)
    {
        target ??= new Target { Id = IdOf(query), Query = query with { By = null } };
        return setting.SaysTheSame(target.Settings.LastOrDefault()) ? target : target with { Settings = target.Settings.Add(setting) };
    }

    /// <summary>
    /// The target of a view: of the same figure and the same first day. A view without a last day goes on, so that the next
    /// target still ahead is meant, or else the last one.
    /// </summary>
    /// <param name="query">The view.</param>
    /// <param name="targets">Targets in force of the view's region.</param>
    /// <param name="today">Today.</param>
    public static Target? For(ReachQuery query, IEnumerable<Target> targets, DateOnly today)
    {
        var figure = query with { By = null, To = null };
        var same = targets.Where(t => t.Current is not null && t.Query with { To = null } == figure).OrderBy(t => t.Query.To).ToImmutableArray();
        return query.To is { } last ? same.FirstOrDefault(t => t.Query.To == last) : same.FirstOrDefault(t => t.Query.To >= today) ?? same.LastOrDefault();
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
