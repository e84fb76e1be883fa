using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Learning.Web.Api.Requests;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">In order.</param>
/// <param name="Next">Give it as <c>after</c> for the next page; <see langword="null"/> on the last.</param>
public sealed record Page<T>(ImmutableArray<T> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Next)
{
    /// <summary>The page made of one row more than it may hold.</summary>
    /// <param name="rows">At most <paramref name="limit"/> + 1 rows.</param>
    /// <param name="limit">Most rows on a page.</param>
    /// <param name="key">The key of a row, for <see cref="Next"/>.</param>
    public static Page<T> Of(IReadOnlyList<T> rows, int limit, Func<T, string> key) =>
        new([.. rows.Take(limit)], rows.Count > limit ? key(rows[limit - 1]) : null);
}
