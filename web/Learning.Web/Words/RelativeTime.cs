namespace Learning.Web.Words;

/// <summary>
/// Relative times from word files (<c>time.ago.*</c>, <c>time.ahead.*</c>): Humanizer has no Mongolian. Units change where
/// Humanizer's do, so that both languages say the same of the same moment.
/// </summary>
public static class RelativeTime
{
    /// <summary>How long before or after <paramref name="now"/>.</summary>
    /// <param name="words">The language's words.</param>
    /// <param name="moment">The moment.</param>
    /// <param name="now">The present.</param>
    public static string In(IWords words, DateTimeOffset moment, DateTimeOffset now)
    {
        var span = (now - moment).Duration();
        var (unit, count) = span switch
        {
            { TotalSeconds: < 45 } => ("now", 0),
            { TotalMinutes: < 60 } => ("minutes", Math.Max(1, (int)span.TotalMinutes)),
            { TotalHours: < 24 } => ("hours", (int)span.TotalHours),
            { TotalDays: < 2 } => ("day", 1),
            { TotalDays: < 30 } => ("days", (int)span.TotalDays),
            { TotalDays: < 365 } => ("months", Math.Clamp((int)(span.TotalDays / 30.4), 1, 11)),
            _ => ("years", (int)(span.TotalDays / 365)),
        };
        return words[$"time.{(moment <= now ? "ago" : "ahead")}.{unit}", count];
    }
}
