using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Serialization;
using Learning.Domain.Text;
using Learning.Web.Api.Problems;

namespace Learning.Web.Api.Requests;

/// <summary>Reading fields that others sent: each method gives the value, or notes in words what is wrong with it.</summary>
public static class Fields
{
    private const int MostOnAPage = 200;
    private const int UsualPage = 50;

    /// <summary>One line of text, cleaned.</summary>
    /// <param name="errors">Takes what is wrong.</param>
    /// <param name="field">Its name.</param>
    /// <param name="value">As sent.</param>
    /// <param name="longest">Most characters.</param>
    /// <param name="required">Whether it must be there.</param>
    /// <returns>Never <see langword="null"/>; empty when not there or too long.</returns>
    public static string Text(this FieldErrors errors, string field, string? value, int longest, bool required = true)
    {
        // Before cleaning, so that a megabyte of blanks costs nothing.
        if (value?.Length > 4 * longest)
        {
            errors.Add(field, "problem.tooLong", longest);
            return "";
        }

        var text = MongolianText.Clean(value);
        if (text.Length == 0 && required) errors.Add(field, "problem.required");
        if (text.Length <= longest) return text;
        errors.Add(field, "problem.tooLong", longest);
        return "";
    }

    /// <summary>A number within bounds.</summary>
    /// <typeparam name="T">Kind of number.</typeparam>
    /// <param name="errors">Takes what is wrong.</param>
    /// <param name="field">Its name.</param>
    /// <param name="value">As sent.</param>
    /// <param name="least">Least value.</param>
    /// <param name="most">Greatest value.</param>
    public static T Number<T>(this FieldErrors errors, string field, T? value, T least, T most) where T : struct, IComparable<T>
    {
        if (value is not { } number) errors.Add(field, "problem.required");
        else if (number.CompareTo(least) < 0 || number.CompareTo(most) > 0) errors.Add(field, "problem.range", least, most);
        else return number;
        return least;
    }

    /// <summary>A day of the query.</summary>
    /// <param name="errors">Takes what is wrong.</param>
    /// <param name="field">Its name.</param>
    /// <param name="value">As sent; may be absent.</param>
    public static DateOnly? Day(this FieldErrors errors, string field, string? value)
    {
        if (string.IsNullOrEmpty(value)) return null;
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        errors.Add(field, "problem.date");
        return null;
    }

    /// <summary>A word of the query.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="errors">Takes what is wrong.</param>
    /// <param name="field">Its name.</param>
    /// <param name="value">As sent; may be absent.</param>
    public static T? Word<T>(this FieldErrors errors, string field, string? value) where T : struct, Enum
    {
        if (string.IsNullOrEmpty(value)) return null;
        if (Words<T>.All.TryGetValue(value, out var found)) return found;
        errors.Add(field, "problem.word", string.Join(", ", Words<T>.All.Keys));
        return null;
    }

    /// <summary>A yes or no of the query or a form.</summary>
    /// <param name="errors">Takes what is wrong.</param>
    /// <param name="field">Its name.</param>
    /// <param name="value">As sent; may be absent.</param>
    public static bool? Truth(this FieldErrors errors, string field, string? value)
    {
        if (string.IsNullOrEmpty(value)) return null;
        if (bool.TryParse(value, out var truth)) return truth;
        errors.Add(field, "problem.word", "true, false");
        return null;
    }

    /// <summary>How many rows a page may have: 1 to 200, usually 50.</summary>
    /// <param name="errors">Takes what is wrong.</param>
    /// <param name="value">As sent; may be absent.</param>
    public static int Limit(this FieldErrors errors, string? value)
    {
        if (string.IsNullOrEmpty(value)) return UsualPage;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MostOnAPage) return limit;
        errors.Add("limit", "problem.range", 1, MostOnAPage);
        return UsualPage;
    }

    private static class Words<T> where T : struct, Enum
    {
        public static readonly ImmutableSortedDictionary<string, T> All = Enum.GetValues<T>().ToImmutableSortedDictionary(
            value => typeof(T).GetField(value.ToString())!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? value.ToString(),
            value => value,
            StringComparer.Ordinal);
    }
}
