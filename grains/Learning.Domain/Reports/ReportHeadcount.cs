using System.Globalization;

namespace Learning.Domain.Reports;

/// <summary>Unnamed attendances of one session as a report counted them: a line of the facts behind it.</summary>
/// <param name="SessionId">cohort/number.</param>
/// <param name="Day">Its day.</param>
/// <param name="Count">How many passed the report's filters, 1 or more.</param>
public sealed record ReportHeadcount(string SessionId, DateOnly Day, long Count)
{
    private const string Name = "headcount";

    /// <summary>The line: the word <c>headcount</c> and the fields in their order, with tabs between.</summary>
    public string ToLine() => string.Create(CultureInfo.InvariantCulture, $"{Name}\t{SessionId}\t{Day:yyyy-MM-dd}\t{Count}");

    /// <summary>Whether a line of facts is one of a headcount.</summary>
    /// <param name="line">The line.</param>
    public static bool IsLine(string line) => line.StartsWith(Name + "\t", StringComparison.Ordinal);

    /// <summary>Reads a line.</summary>
    /// <param name="line">What <see cref="ToLine"/> wrote.</param>
    /// <exception cref="FormatException">It is no such line.</exception>
    public static ReportHeadcount Parse(string line) => line.Split('\t') is [Name, var session, var day, var count]
        ? new(session, DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), long.Parse(count, CultureInfo.InvariantCulture))
        : throw new FormatException("This line is not a headcount of a report.");
}
