using Learning.Domain.Reach;
using Learning.Domain.Regions;
using Learning.Web.Words;

namespace Learning.Web.Reach.Exports;

/// <summary>What a reader must know of a view, line by line: what is counted, how, of whom and as of when.</summary>
public static class Definitions
{
    /// <summary>Label and value of each line. Days and moments stay what they are: <see cref="DateOnly"/> and <see cref="DateTime"/> (UTC).</summary>
    /// <param name="view">The view.</param>
    /// <param name="regions">For the name of the region.</param>
    /// <param name="words">The reader's language.</param>
    public static IEnumerable<(string Label, object Value)> Of(ExportedView view, RegionTree regions, IWords words)
    {
        var (query, rule) = (view.Query, view.Rule);
        var region = regions.Find(query.Region);
        yield return (words["measure.label"], words.Of(query.Measure));
        yield return (words["reachfile.measureDefinition"], words.DefinitionOf(query.Measure));
        yield return (words["reach.rule"], words.Pick(rule.TitleMn, rule.TitleEn));
        yield return (words["reachfile.ruleDefinition"], words.Pick(rule.DefinitionMn, rule.DefinitionEn));
        yield return (words["reachfile.ruleId"], rule.Id);
        yield return (words["reachfile.ruleVersion"], rule.Version);
        yield return (words["region.label"], region is null ? query.Region : $"{words.Pick(region.NameMn, region.NameEn)} ({region.Code})");
        yield return (words["region.kind"], words.Of(query.RegionKind));
        yield return (words["reach.from"], query.From is { } from ? from : words["reachfile.noBound"]);
        yield return (words["reach.to"], query.To is { } to ? to : words["reachfile.noBound"]);
        foreach (var (field, value) in view.Filters) yield return (words["reachfile.filter." + field], value);
        yield return (words["reach.by"], query.By is { } by ? words["reach.by." + Domain.Text.EnumText.Of(by)] : words["reachfile.totalOnly"]);
        yield return (words["reachfile.asOf"], view.AsOf.UtcDateTime);
        if (query.By is not null) yield return (words["reach.overlap"], words["reach.overlap.definition"]);
        yield return (words.Of(Measure.Headcount), words.DefinitionOf(Measure.Headcount));
        if (view.Donors is { } donors)
        {
            yield return (donors.SupportedBy.Label, donors.SupportedBy.Definition);
            yield return (donors.Shared.Label, donors.Shared.Definition);
            yield return (donors.Apportioned.Label, donors.Apportioned.Definition);
        }

        if (view.Target is { Current: { } target } of)
        {
            yield return (words["target.label"], target.Value!.Value);
            yield return (words["target.to"], of.Query.To!.Value);
            if (target.Baseline is { } baseline) yield return (words["target.baseline"], baseline);
            if (target.BaselineDay is { } day) yield return (words["target.baselineDay"], day);
        }

        if (view.IsSuppressed) yield return (words["reachfile.smallCells"], $"{words["reachfile.smallCellsDefinition"]} {words["funder.together.definition"]}");
    }
}
