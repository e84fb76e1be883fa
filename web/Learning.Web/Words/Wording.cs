using System.Collections.Frozen;
using System.Globalization;
using Humanizer;

namespace Learning.Web.Words;

/// <summary>The words of one language, from its <see cref="WordFiles"/>. Immutable; one per language and process.</summary>
public sealed class Wording : IWords
{
    private static readonly FrozenDictionary<Language, Wording> ByLanguage =
        Languages.All.ToFrozenDictionary(language => language, language => new Wording(language));

    // By hand, so that screens do not change with the ICU version of the machine.
    private static readonly NumberFormatInfo Numbers = new() { NumberGroupSeparator = ",", NumberDecimalSeparator = "." };

    private readonly FrozenDictionary<string, string> texts;

    private Wording(Language language)
    {
        Language = language;
        texts = WordFiles.Read(language);
        NameOrder = StringComparer.Create(language.Culture(), ignoreCase: true);
    }

    /// <summary>The words of a language, for text made outside a request (exports, printed sheets).</summary>
    /// <param name="language">The language.</param>
    public static Wording In(Language language) => ByLanguage[language];

    /// <inheritdoc/>
    public Language Language { get; }

    /// <inheritdoc/>
    public StringComparer NameOrder { get; }

    /// <summary>Every key.</summary>
    public IReadOnlyCollection<string> Keys => texts.Keys;

    /// <inheritdoc/>
    public string this[string key, params object?[] args]
    {
        get
        {
            var text = Find(key) ?? throw new KeyNotFoundException($"No word for '{key}' in {Language.Code()}.");
            return args.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, Array.ConvertAll(args, Written));
        }
    }

    /// <inheritdoc/>
    public string? Find(string key) => texts.GetValueOrDefault(key);

    /// <inheritdoc/>
    public string Count(string key, decimal count, params object?[] args) =>
        this[key + (count == 1 ? ".one" : ".other"), [count, .. args]];

    /// <inheritdoc/>
    public string Of(Enum value) => this[WordKey.Of(value)];

    /// <inheritdoc/>
    public string DefinitionOf(Enum value) => this[WordKey.Of(value) + ".definition"];

    /// <inheritdoc/>
    public string Pick(string mongolian, string? english) =>
        Language == Language.English && !string.IsNullOrWhiteSpace(english) ? english : mongolian;

    /// <inheritdoc/>
    public string Number(decimal value) => value.ToString("#,##0.##", Numbers);

    /// <inheritdoc/>
    public string Percent(decimal share)
    {
        var whole = Math.Round(share * 100, MidpointRounding.AwayFromZero);
        if (share < 1 && whole == 100) whole = 99;
        if (share > 0 && whole == 0) whole = 1;
        return Number(whole) + "%";
    }

    /// <inheritdoc/>
    public string Date(DateOnly day) => Language == Language.English
        ? day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
        : day.ToString("yyyy.MM.dd", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public string Period(DateOnly from, DateOnly to) => from == to ? Date(from) : $"{Date(from)} – {Date(to)}";

    /// <inheritdoc/>
    public string Month(DateOnly month) => Language == Language.English
        ? month.ToString("MMM yyyy", CultureInfo.InvariantCulture)
        : month.ToString("yyyy.MM", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public string Moment(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(moment, zone);
        return Date(DateOnly.FromDateTime(local.DateTime)) + local.ToString(" HH:mm", CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public string Ago(DateTimeOffset moment, DateTimeOffset now) => Language == Language.English
        ? moment.Humanize(dateToCompareAgainst: now, culture: Language.Culture())
        : RelativeTime.In(this, moment, now);

    /// <inheritdoc/>
    public string List(IEnumerable<string> items) => string.Join(", ", items);

    private object? Written(object? arg) => arg switch
    {
        byte or short or int or long or decimal => Number(Convert.ToDecimal(arg, CultureInfo.InvariantCulture)),
        DateOnly day => Date(day),
        Enum value => Of(value),
        _ => arg,
    };
}
