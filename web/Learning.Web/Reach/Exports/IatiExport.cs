using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Learning.Domain.Funders;
using Learning.Domain.Reach;
using Learning.Domain.Reach.Targets;
using Learning.Domain.Regions;
using Learning.Silo.Content;
using Learning.Web.Words;

namespace Learning.Web.Reach.Exports;

/// <summary>
/// A view as results of an IATI activity, version 2.03 (iatistandard.org). A period for each month or year, or one for the whole view;
/// rows of other kinds are dimensions or locations of its actuals. Never to be added up: aggregation status 0.
/// </summary>
public sealed class IatiExport
{
    private static readonly Wording Mongolian = Wording.In(Language.Mongolian);
    private static readonly Wording English = Wording.In(Language.English);
    private readonly ExportedView view;
    private readonly LearningContent content;

    private IatiExport(ExportedView view, LearningContent content) => (this.view, this.content) = (view, content);

    /// <summary>The file, UTF-8.</summary>
    /// <param name="view">The view.</param>
    /// <param name="content">Settings, funders and regions.</param>
    public static byte[] Of(ExportedView view, LearningContent content)
    {
        using var file = new MemoryStream();
        using (var writer = XmlWriter.Create(file, new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(false) })) new IatiExport(view, content).Document().WriteTo(writer);
        return file.ToArray();
    }

    private XDocument Document()
    {
        var iati = content.Iati;
        var at = Moment(view.AsOf);
        return new XDocument(new XElement("iati-activities", new XAttribute("version", "2.03"), new XAttribute("generated-datetime", at),
            new XElement("iati-activity", new XAttribute(XNamespace.Xml + "lang", "mn"), new XAttribute("last-updated-datetime", at),
                new XElement("iati-identifier", iati.ActivityId),
                Organisation("reporting-org", iati.OrganisationId, iati.OrganisationType, iati.OrganisationName),
                new XElement("title", Narratives(iati.Title)),
                new XElement("description", new XAttribute("type", 1), Narratives(iati.Description)),
                content.Funders.Where(f => view.Query.Funder is null || f.Code == view.Query.Funder).Select(Funder),
                Organisation("participating-org", iati.OrganisationId, iati.OrganisationType, iati.OrganisationName, new XAttribute("role", 4)),
                new XElement("activity-status", new XAttribute("code", iati.Status)),
                // Type 2 is the actual start.
                new XElement("activity-date", new XAttribute("type", 2), new XAttribute("iso-date", Day(iati.Start))),
                new XElement("recipient-country", new XAttribute("code", iati.Country)),
                Locations(),
                new XElement("sector", new XAttribute("vocabulary", 1), new XAttribute("code", iati.Sector), new XAttribute("percentage", 100)),
                Result())));
    }

    private static XElement Organisation(string element, string reference, int type, (string, string) name, XAttribute? role = null) =>
        new(element, role, new XAttribute("type", type), new XAttribute("ref", reference), Narratives(name));

    private static XElement Funder(Funder funder) => new("participating-org",
        new XAttribute("role", 1), new XAttribute("type", TypeOf(funder.Type)), funder.IatiReference is { } reference ? new XAttribute("ref", reference) : null,
        Narratives((funder.NameMn, funder.NameEn)));

    private static int TypeOf(FunderType type) => type switch
    {
        FunderType.Government => 10,
        FunderType.InternationalNgo => 21,
        FunderType.NationalNgo => 22,
        FunderType.Multilateral => 40,
        FunderType.Foundation => 60,
        FunderType.PrivateSector => 70,
        _ => 90,
    };

    private IEnumerable<XElement> Locations() =>
        view.Rows.Where(_ => view.Query.By == ReachBy.Region).Select(r => r.Key).Append(view.Query.Region).Distinct()
            .Select(content.Regions.Find).OfType<Region>().Where(r => r.ParentCode is not null)
            .Select(r => new XElement("location", new XAttribute("ref", r.Code), new XElement("location-reach", new XAttribute("code", 1)),
                new XElement("name", Narratives((r.NameMn, r.NameEn))), new XElement("exactness", new XAttribute("code", 2))));

    // Type 1 is an output.
    private XElement Result() => new("result", new XAttribute("type", 1), new XAttribute("aggregation-status", 0),
        new XElement("title", Both(words => words["reach.title"])),
        Indicator(view.Query.Measure, Baseline(view.Target), Periods()),
        // Nobody can say who unnamed people are: an indicator of their own.
        view.Unnamed > 0 && view.Query.Measure != Measure.Headcount
            ? Indicator(Measure.Headcount, null, [Period(view.Days, null, [Value("actual", view.Unnamed.Value)])])
            : null);

    private XElement Indicator(Measure measure, XElement? baseline, IEnumerable<XElement> periods) => new("indicator",
        new XAttribute("measure", 1), new XAttribute("ascending", 1), new XAttribute("aggregation-status", 0),
        new XElement("title", Both(words => words.Of(measure))),
        new XElement("description", Both(words => measure == Measure.Headcount
            ? words.DefinitionOf(measure)
            : $"{words.DefinitionOf(measure)} {words["reach.rule"]}: {words.Pick(view.Rule.TitleMn, view.Rule.TitleEn)}. {words.Pick(view.Rule.DefinitionMn, view.Rule.DefinitionEn)}")),
        new XElement("reference", new XAttribute("vocabulary", 99), new XAttribute("code", Reference(measure))),
        baseline, periods);

    private string Reference(Measure measure) =>
        measure == Measure.Headcount ? "headcount" : $"{Domain.Text.EnumText.Of(measure)}/{view.Rule.Id}/{view.Rule.Version.ToString(CultureInfo.InvariantCulture)}";

    private static XElement? Baseline(Target? target) => target?.Current is { Baseline: { } value, BaselineDay: { } day }
        ? new XElement("baseline", new XAttribute("year", day.Year), new XAttribute("iso-date", Day(day)), new XAttribute("value", Number(value)))
        : null;

    private IEnumerable<XElement> Periods()
    {
        var inPeriods = view.Query.By is ReachBy.Month or ReachBy.Year;
        // An indicator has a period at least; one of a withheld figure says nothing of it.
        var actuals = new List<XElement?> { view.Total is { } total ? Value("actual", total, comment: Comment()) : null };
        var targets = new List<XElement?> { view.Target?.Current?.Value is { } goal ? Value("target", goal) : null };
        foreach (var row in view.Rows.Where(_ => !inPeriods))
        {
            if (row.Value is { } value) actuals.Add(Value("actual", value, row));
            if (row.Target?.Current?.Value is { } rowTarget) targets.Add(Value("target", rowTarget, row));
        }

        yield return Period(view.Days, targets, actuals);
        foreach (var row in view.Rows.Where(r => inPeriods && r.Value is not null))
            yield return Period(
                (row.Query!.From!.Value, row.Query.To!.Value),
                [row.Target?.Current?.Value is { } target ? Value("target", target) : null],
                [Value("actual", row.Value!.Value)]);
    }

    private static XElement Period((DateOnly From, DateOnly To) days, IEnumerable<XElement?>? targets, IEnumerable<XElement?> actuals) => new("period",
        new XElement("period-start", new XAttribute("iso-date", Day(days.From))), new XElement("period-end", new XAttribute("iso-date", Day(days.To))), targets, actuals);

    private XElement Value(string element, decimal value, ExportedRow? row = null, XElement? comment = null)
    {
        var region = view.Query.By == ReachBy.Region && row is not null ? row.Key : view.Query.Region;
        // What happened in the region, but in none of those below it, has the region's own key.
        var isOwn = row is not null && row.Key == view.Query.Region;
        var dimensions = view.Filters.ToList();
        if (row is not null && view.Query.By is { } by && by != ReachBy.Region) dimensions.Add((Domain.Text.EnumText.Of(by), row.Key.Length == 0 ? "notStated" : row.Key));
        if (isOwn || (row is not null && row.Key.Length == 0 && view.Query.By == ReachBy.Region)) dimensions.Add(("region", isOwn ? "own" : "notStated"));
        return new XElement(element, new XAttribute("value", Number(value)),
            content.Regions.Find(region)?.ParentCode is not null ? new XElement("location", new XAttribute("ref", region)) : null,
            // IATI's own examples call the age band "age".
            dimensions.Select(d => new XElement("dimension", new XAttribute("name", d.Field == "ageBand" ? "age" : d.Field), new XAttribute("value", d.Value))),
            comment);
    }

    private XElement Comment() => new("comment", Both(words =>
    {
        var text = words["reachfile.iatiComment", words.Pick(view.Rule.TitleMn, view.Rule.TitleEn), view.Rule.Version, Moment(view.AsOf), words.Of(view.Query.RegionKind)];
        if (view.Query.By is not null && view.SumOfRows is { } sum) text += " " + words["reachfile.iatiOverlap", sum, view.Overlap!.Value];
        return view.IsSuppressed ? $"{text} {words["reachfile.smallCellsDefinition"]}" : text;
    }));

    private static IEnumerable<XElement> Both(Func<IWords, string> text) => Narratives((text(Mongolian), text(English)));

    private static IEnumerable<XElement> Narratives((string Mn, string En) text) =>
        [new("narrative", text.Mn), new("narrative", new XAttribute(XNamespace.Xml + "lang", "en"), text.En)];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Number(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
