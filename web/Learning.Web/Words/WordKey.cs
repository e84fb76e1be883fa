using System.Collections.Concurrent;
using System.Text;

namespace Learning.Web.Words;

/// <summary>
/// The key of an enum value's words, by convention: <c>CohortState.Open</c> is <c>cohort.state.open</c>,
/// <c>EnrolmentState.NotCompleted</c> is <c>enrolment.state.notCompleted</c>, <c>Mark.Present</c> is <c>mark.present</c>.
/// </summary>
public static class WordKey
{
    private static readonly ConcurrentDictionary<Enum, string> Known = new();

    /// <summary>The key.</summary>
    /// <param name="value">A defined value of any enum.</param>
    public static string Of(Enum value) => Known.GetOrAdd(value, static v =>
        Dotted(v.GetType().Name) + "." + char.ToLowerInvariant(v.ToString()[0]) + v.ToString()[1..]);

    private static string Dotted(string typeName)
    {
        var key = new StringBuilder();
        foreach (var letter in typeName)
        {
            if (char.IsUpper(letter) && key.Length > 0) key.Append('.');
            key.Append(char.ToLowerInvariant(letter));
        }

        return key.ToString();
    }
}
