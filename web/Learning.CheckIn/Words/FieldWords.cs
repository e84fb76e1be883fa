using System.Globalization;
using System.Text.Json;
using Learning.CheckIn.Settings;

namespace Learning.CheckIn.Words;

/// <summary>
/// The app's words in the language chosen. The browser's .NET knows no Mongolian culture, so days and numbers are written by
/// hand, as in Mongolia.
/// </summary>
public sealed class FieldWords
{
    private readonly PhoneSettings settings;
    private readonly Dictionary<string, Dictionary<string, string>> texts;

    /// <summary>Reads both languages.</summary>
    /// <param name="settings">Says which is in use.</param>
    public FieldWords(PhoneSettings settings)
    {
        this.settings = settings;
        texts = new[] { "mn", "en" }.ToDictionary(language => language, Read);
    }

    /// <summary><c>mn</c> or <c>en</c>.</summary>
    public string Language => settings.Now.Language == "en" ? "en" : "mn";

    /// <summary>A text with its blanks filled.</summary>
    /// <param name="key">Its key in Words/*.json.</param>
    /// <param name="args">For the blanks.</param>
    public string this[string key, params object?[] args]
    {
        get
        {
            var text = Find(key) ?? throw new KeyNotFoundException($"No word for '{key}' in {Language}.");
            return args.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, args);
        }
    }

    /// <summary>The text, or <see langword="null"/> if there is none.</summary>
    /// <param name="key">Its key.</param>
    public string? Find(string key) => texts[Language].GetValueOrDefault(key);

    /// <summary>The text of a code that a later server may have sent: its word, or the code itself.</summary>
    /// <param name="group">Before the dot.</param>
    /// <param name="code">After it.</param>
    public string OfCode(string group, string code) => Find($"{group}.{code}") ?? code;

    /// <summary>One of two names.</summary>
    /// <param name="mongolian">Mongolian.</param>
    /// <param name="english">English.</param>
    public string Pick(string mongolian, string english) => Language == "en" && english.Length > 0 ? english : mongolian;

    /// <summary>A day as <c>2026.11.25</c>.</summary>
    /// <param name="day">The day.</param>
    public static string Day(DateOnly day) => day.ToString("yyyy.MM.dd", CultureInfo.InvariantCulture);

    /// <summary>A time of day as <c>09:12</c>.</summary>
    /// <param name="at">UTC.</param>
    /// <param name="offsetMinutes">Local time less UTC.</param>
    public static string Time(DateTimeOffset at, int offsetMinutes) => at.ToOffset(TimeSpan.FromMinutes(offsetMinutes)).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>How long ago, in words.</summary>
    /// <param name="at">UTC.</param>
    /// <param name="now">UTC.</param>
    public string Ago(DateTimeOffset at, DateTimeOffset now) => (now - at) switch
    {
        { TotalMinutes: < 1 } => this["time.now"],
        { TotalHours: < 1 } ago => this["time.minutes", (int)ago.TotalMinutes],
        { TotalDays: < 1 } ago => this["time.hours", (int)ago.TotalHours],
        var ago => this["time.days", (int)ago.TotalDays],
    };

    private static Dictionary<string, string> Read(string language)
    {
        using var file = typeof(FieldWords).Assembly.GetManifestResourceStream($"Words/{language}.json")!;
        return JsonSerializer.Deserialize(file, FieldJson.Default.DictionaryStringString)!;
    }
}
