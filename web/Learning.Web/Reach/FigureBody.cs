using System.Globalization;
using System.Text.Json;
using Learning.Domain.Reach;
using Learning.Web.Words;
using Microsoft.Extensions.Primitives;

namespace Learning.Web.Reach;

/// <summary>
/// Reads a body that names a figure by the filters of <c>GET /api/reach</c> and says something of it besides. A member that nobody
/// knows is refused: a misspelt filter would quietly mean all.
/// </summary>
public sealed class FigureBody
{
    private static readonly string[] Filters =
        ["region", "regionKind", "from", "to", "measure", "rule", "course", "funder", "sex", "ageBand", "organisation", "by"];

    private readonly Dictionary<string, JsonElement> members;
    private readonly IWords words;

    private FigureBody(Dictionary<string, JsonElement> members, IWords words) => (this.members, this.words) = (members, words);

    /// <summary>What is wrong, by member.</summary>
    public Dictionary<string, string[]> Errors { get; } = [];

    /// <summary>The figure; not to be used while there are <see cref="Errors"/>.</summary>
    public ReachQuery Query { get; private set; } = new();

    /// <summary>Reads it.</summary>
    /// <param name="body">The body: a JSON object.</param>
    /// <param name="besides">Members that are not filters.</param>
    /// <param name="reading">Reads filters.</param>
    /// <param name="words">The caller's language.</param>
    public static async Task<FigureBody> Read(JsonElement body, string[] besides, ReachQueryReading reading, IWords words)
    {
        if (body.ValueKind != JsonValueKind.Object) throw new BadHttpRequestException("The body is no JSON object.");
        var read = new FigureBody(body.EnumerateObject().Where(m => m.Value.ValueKind != JsonValueKind.Null).GroupBy(m => m.Name).ToDictionary(g => g.Key, g => g.Last().Value), words);
        var filters = Filters.Where(read.members.ContainsKey).ToDictionary(name => name, name => new StringValues(read.Text(name)));
        var (query, errors) = await reading.Read(new QueryCollection(filters), words);
        read.Query = query;
        foreach (var (field, messages) in errors) read.Errors[field] = messages;
        foreach (var name in read.members.Keys.Except(Filters).Except(besides)) read.Wrong(name, "reach.unknownMember", name, string.Join(", ", besides.Concat(Filters)));
        return read;
    }

    /// <summary>A member as text; empty if it isn't there.</summary>
    /// <param name="name">Its name.</param>
    public string Text(string name)
    {
        if (!members.TryGetValue(name, out var value)) return "";
        if (value.ValueKind == JsonValueKind.String) return value.GetString()!.Trim();
        Wrong(name, "reach.notText");
        return "";
    }

    /// <summary>A member as a number from 0; <see langword="null"/> if it isn't there.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="most">Greatest value.</param>
    public decimal? Number(string name, decimal most)
    {
        if (!members.TryGetValue(name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && number >= 0 && number <= most) return number;
        Wrong(name, "problem.range", 0m, most);
        return null;
    }

    /// <summary>A member as a day; <see langword="null"/> if it isn't there.</summary>
    /// <param name="name">Its name.</param>
    public DateOnly? Day(string name)
    {
        if (Text(name) is not { Length: > 0 } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        Wrong(name, "reach.badDay", text);
        return null;
    }

    /// <summary>Notes what is wrong with a member.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="key">A key of words.</param>
    /// <param name="args">What the words name.</param>
    public void Wrong(string name, string key, params object?[] args) => Errors[name] = [words[key, args]];
}
