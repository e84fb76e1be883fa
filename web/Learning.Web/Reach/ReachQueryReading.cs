using System.Globalization;
using Learning.Domain.Reach;
using Learning.Domain.Regions;
using Learning.Domain.Text;
using Learning.Domain.Trainees;
using Learning.Silo.ReadModel;
using Learning.Web.Words;
using Microsoft.EntityFrameworkCore;

namespace Learning.Web.Reach;

/// <summary>Reads a reach query from a URL. What is not there has its default; what can't be is named in words, field by field.</summary>
public sealed class ReachQueryReading(RegionTree regions, CountingRules rules, IDbContextFactory<LearningReadModel> readModel)
{
    /// <summary>Reads it.</summary>
    /// <param name="url">The query string.</param>
    /// <param name="words">The caller's language.</param>
    /// <returns>The query, and the messages by field; with any message the query is not to be used.</returns>
    public async Task<(ReachQuery Query, Dictionary<string, string[]> Errors)> Read(IQueryCollection url, IWords words)
    {
        var errors = new Dictionary<string, string[]>();
        string? Text(string field) => url[field].ToString().Trim() is { Length: > 0 } text ? text : null;
        void Wrong(string field, string message) => errors[field] = [message];

        T? Word<T>(string field) where T : struct, Enum
        {
            if (Text(field) is not { } text) return null;
            if (EnumText.Parse<T>(text) is { } value) return value;
            Wrong(field, words["reach.unknownWord", text, string.Join(", ", Enum.GetValues<T>().Select(EnumText.Of))]);
            return null;
        }

        DateOnly? Day(string field)
        {
            if (Text(field) is not { } text) return null;
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            Wrong(field, words["reach.badDay", text]);
            return null;
        }

        var query = new ReachQuery
        {
            Region = Text("region")?.ToUpperInvariant() ?? regions.Root.Code,
            RegionKind = Word<RegionKind>("regionKind") ?? RegionKind.Training,
            From = Day("from"),
            To = Day("to"),
            Measure = Word<Measure>("measure") ?? Measure.Reached,
            Rule = Text("rule") ?? CountingRules.Default,
            Course = Text("course"),
            Funder = Text("funder"),
            Sex = Word<Sex>("sex"),
            AgeBand = Text("ageBand"),
            Organisation = Text("organisation"),
            By = Word<ReachBy>("by"),
        };
        if (regions.Find(query.Region) is null) Wrong("region", words["reach.unknownCode", query.Region]);
        if (!rules.Has(query.Rule)) Wrong("rule", words["reach.unknownWord", query.Rule, string.Join(", ", rules.All.Select(r => r.Id))]);
        if (query.AgeBand is { } band && !AgeBand.All.Contains(band)) Wrong("ageBand", words["reach.unknownWord", band, string.Join(", ", AgeBand.All)]);
        if (query.From > query.To) Wrong("to", words["form.dateOrder"]);

        await using var db = await readModel.CreateDbContextAsync();
        if (query.Course is { } course && !await db.Courses.AnyAsync(c => c.Code == course)) Wrong("course", words["reach.unknownCode", course]);
        if (query.Funder is { } funder && !await db.Funders.AnyAsync(f => f.Code == funder)) Wrong("funder", words["reach.unknownCode", funder]);
        if (query.Organisation is { } code && !await db.Organisations.AnyAsync(o => o.Code == code)) Wrong("organisation", words["reach.unknownCode", code]);
        return (query, errors);
    }
}
