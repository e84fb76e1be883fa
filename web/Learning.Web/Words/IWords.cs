namespace Learning.Web.Words;

/// <summary>
/// The words and formats of one language. Inject it as <c>T</c>; in a request it speaks the visitor's language. Texts are
/// plain text, never markup.
/// </summary>
public interface IWords
{
    /// <summary>The language.</summary>
    Language Language { get; }

    /// <summary>Orders names as the language does; ordinal order would put Ө and Ү after Я.</summary>
    StringComparer NameOrder { get; }

    /// <summary>
    /// The text of a key with its placeholders filled. Numbers are grouped (<c>10,500</c>) and days written as
    /// <see cref="Date"/> does; give a year as text.
    /// </summary>
    /// <param name="key">E.g. <c>reach.title</c>.</param>
    /// <param name="args">Values of <c>{0}</c>, <c>{1}</c>…</param>
    /// <exception cref="KeyNotFoundException">No such key.</exception>
    string this[string key, params object?[] args] { get; }

    /// <summary>The text of a key that comes from data and may have none, e.g. a course kind.</summary>
    /// <param name="key">The key.</param>
    string? Find(string key);

    /// <summary>
    /// The text of <c>key.one</c> or <c>key.other</c>, with <paramref name="count"/> as <c>{0}</c> and
    /// <paramref name="args"/> from <c>{1}</c> on.
    /// </summary>
    /// <param name="key">Key without its ending.</param>
    /// <param name="count">How many.</param>
    /// <param name="args">Further values.</param>
    string Count(string key, decimal count, params object?[] args);

    /// <summary>The word for an enum value, e.g. <c>Mark.Late</c>: its <see cref="WordKey"/>.</summary>
    /// <param name="value">The value.</param>
    string Of(Enum value);

    /// <summary>The one-sentence definition of an enum value, e.g. a measure: its <see cref="WordKey"/> + <c>.definition</c>.</summary>
    /// <param name="value">The value.</param>
    string DefinitionOf(Enum value);

    /// <summary>The name in this language of something that content gives both names.</summary>
    /// <param name="mongolian">Mongolian name.</param>
    /// <param name="english">English name; the Mongolian one stands in when it is empty.</param>
    string Pick(string mongolian, string? english);

    /// <summary>A number with grouped thousands and at most two decimals: <c>10,500</c>, <c>12.5</c>.</summary>
    /// <param name="value">The number.</param>
    string Number(decimal value);

    /// <summary>A share as whole percent, <c>81%</c>; never rounded up to 100% or down to 0%.</summary>
    /// <param name="share">0 to 1 (or more).</param>
    string Percent(decimal share);

    /// <summary>A day: <c>2026.03.08</c>, <c>8 March 2026</c>.</summary>
    /// <param name="day">The day.</param>
    string Date(DateOnly day);

    /// <summary>A period, both days included; one day when they are equal.</summary>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    string Period(DateOnly from, DateOnly to);

    /// <summary>A month: <c>2019.03</c>, <c>Mar 2019</c>.</summary>
    /// <param name="month">Any day of it.</param>
    string Month(DateOnly month);

    /// <summary>A moment as day and 24-hour time where it is shown: <c>2026.03.08 14:05</c>.</summary>
    /// <param name="moment">The moment, any offset.</param>
    /// <param name="zone">Time zone to show it in.</param>
    string Moment(DateTimeOffset moment, TimeZoneInfo zone);

    /// <summary>How long ago or ahead, in words: <c>5 минутын өмнө</c>, <c>2 hours ago</c>.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="now">The present, from the clock.</param>
    string Ago(DateTimeOffset moment, DateTimeOffset now);

    /// <summary>Texts as a list: <c>а, б, в</c>.</summary>
    /// <param name="items">The texts.</param>
    string List(IEnumerable<string> items);
}
