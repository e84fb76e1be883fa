using System.Globalization;
using System.Text.Json.Nodes;
using Learning.Domain.Reach;
using Learning.Silo.Content;
using Learning.Web.Words;

namespace Learning.Web.Reach.Exports;

/// <summary>
/// A view as a DHIS2 data value set. What DHIS2 can't say is refused, so that nothing is exported that means something else than
/// the view: a value has one period, one organisation unit and one combination of categories.
/// </summary>
public sealed class Dhis2Export
{
    private readonly ExportedView view;
    private readonly Dhis2Mapping mapping;
    private readonly IWords words;
    private readonly Dictionary<string, string[]> errors = [];

    private Dhis2Export(ExportedView view, Dhis2Mapping mapping, IWords words) => (this.view, this.mapping, this.words) = (view, mapping, words);

    /// <summary>The data value set, or what of the view DHIS2 can't say, by field.</summary>
    /// <param name="view">The view.</param>
    /// <param name="mapping">What things are called.</param>
    /// <param name="words">The caller's language.</param>
    public static (JsonObject? Set, Dictionary<string, string[]> Errors) Of(ExportedView view, Dhis2Mapping mapping, IWords words)
    {
        var export = new Dhis2Export(view, mapping, words);
        var set = export.Set();
        return (export.errors.Count > 0 ? null : set, export.errors);
    }

    /// <summary>A period as DHIS2 writes it: <c>2019</c>, <c>2019Q1</c>, <c>201903</c>, or <c>2018Oct</c> for a financial year.</summary>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    /// <returns><see langword="null"/> for any other stretch of days.</returns>
    public static string? Period(DateOnly? from, DateOnly? to)
    {
        if (from is not { Day: 1 } first || to is not { } last) return null;
        var year = first.Year.ToString("0000", CultureInfo.InvariantCulture);
        var months = (last.AddDays(1).Year - first.Year) * 12 + last.AddDays(1).Month - first.Month;
        return last.AddDays(1).Day != 1 ? null : (months, first.Month) switch
        {
            (1, _) => first.ToString("yyyyMM", CultureInfo.InvariantCulture),
            (3, 1 or 4 or 7 or 10) => $"{year}Q{(first.Month + 2) / 3}",
            (12, 1) => year,
            (12, 4) => year + "April",
            (12, 7) => year + "July",
            (12, 10) => year + "Oct",
            _ => null,
        };
    }

    private JsonObject Set()
    {
        var query = view.Query;
        var byPeriod = query.By is ReachBy.Month or ReachBy.Year;
        var values = new JsonArray();
        if (!byPeriod && view.Total is { } total) values.Add(Value(total, query, view.Filters));
        foreach (var row in view.Rows)
        {
            // What has no category of its own ("not stated", or in none of the regions below) is in the total alone.
            if (row.Value is not { } value || row.Query is not { } figure) continue;
            values.Add(Value(value, figure, (view with { Query = figure }).Filters));
        }

        if (query.By == ReachBy.Organisation) Refuse("by", "reachfile.dhis2.by");
        return new JsonObject
        {
            ["dataSet"] = mapping.DataSet,
            ["idScheme"] = mapping.IdScheme.ToUpperInvariant(),
            ["dataValues"] = values,
        };
    }

    private JsonObject Value(decimal value, ReachQuery figure, IEnumerable<(string Field, string Value)> filters)
    {
        var period = Period(figure.From, figure.To);
        if (period is null) Refuse("from", "reachfile.dhis2.period");
        if (!mapping.DataElements.TryGetValue((figure.Measure, figure.Rule), out var element)) Refuse("measure", "reachfile.dhis2.element", words.Of(figure.Measure), figure.Rule);
        if (figure.RegionKind != RegionKind.Training) Refuse("regionKind", "reachfile.dhis2.regionKind");
        var all = filters.ToList();
        var attributes = all.Where(f => f.Field is "course" or "funder" or "organisation").Select(f => $"{f.Field}:{f.Value}").ToList();
        if (attributes.Count > 1) Refuse("funder", "reachfile.dhis2.oneFilter");
        var json = new JsonObject
        {
            ["dataElement"] = element,
            ["period"] = period,
            ["orgUnit"] = mapping.OrgUnits.GetValueOrDefault(figure.Region, figure.Region),
            ["value"] = value.ToString("0.############", CultureInfo.InvariantCulture),
            ["comment"] = string.Create(CultureInfo.InvariantCulture, $"{figure.Rule} v{view.Rule.Version}, {view.AsOf.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}"),
        };
        Add("categoryOptionCombo", mapping.CategoryOptionCombos, string.Join('/', all.Where(f => f.Field is "sex" or "ageBand").Select(f => f.Value)), "sex");
        Add("attributeOptionCombo", mapping.AttributeOptionCombos, attributes.FirstOrDefault() ?? "", attributes.FirstOrDefault()?.Split(':')[0] ?? "");
        return json;

        void Add(string member, IReadOnlyDictionary<string, string> known, string key, string field)
        {
            if (key.Length == 0) return;
            if (known.TryGetValue(key, out var id)) json[member] = id;
            else Refuse(field, "reachfile.dhis2.combo", key);
        }
    }

    private void Refuse(string field, string key, params object?[] args) => errors[field] = [words[key, args]];
}
