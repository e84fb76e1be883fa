using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;

namespace Learning.Domain.Text;

/// <summary>Enum values by the words they have on the wire, for query strings and forms.</summary>
public static class EnumText
{
    /// <summary>The value of a word, e.g. <c>contactHours</c>.</summary>
    /// <typeparam name="T">An enum whose members carry their wire names.</typeparam>
    /// <param name="text">The word, exactly.</param>
    /// <returns>The value, or <see langword="null"/> if no member has that name.</returns>
    public static T? Parse<T>(string? text) where T : struct, Enum => text is not null && Names<T>.ByText.TryGetValue(text, out var value) ? value : null;

    /// <summary>The word of a value.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="value">The value.</param>
    public static string Of<T>(T value) where T : struct, Enum => Names<T>.ByValue[value];

    private static class Names<T> where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> ByValue = Enum.GetValues<T>().ToFrozenDictionary(
            v => v,
            v => typeof(T).GetField(v.ToString())!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? v.ToString());

        public static readonly FrozenDictionary<string, T> ByText = ByValue.ToFrozenDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);
    }
}
