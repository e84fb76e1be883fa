using System.Collections.Immutable;

namespace Learning.Domain.Sessions;

/// <summary>Rules on session frames.</summary>
public static class SessionFrames
{
    /// <summary>Whether two frames say the same; record equality would compare the arrays by reference.</summary>
    /// <param name="a">One.</param>
    /// <param name="b">The other.</param>
    public static bool IsSameAs(this SessionFrame a, SessionFrame b) =>
        WithoutLists(a) == WithoutLists(b) && a.EarlierDates.SequenceEqual(b.EarlierDates)
        && (a.Trainers is { } trainers ? b.Trainers is { } others && trainers.SequenceEqual(others) : b.Trainers is null);

    /// <summary>Whether somebody is among the trainers; user names know no case.</summary>
    /// <param name="trainers">User names.</param>
    /// <param name="userName">A user name.</param>
    public static bool Have(this ImmutableArray<string> trainers, string userName) => trainers.Contains(userName, StringComparer.OrdinalIgnoreCase);

    /// <summary>The day on which a moment falls where the session takes place.</summary>
    /// <param name="frame">The session.</param>
    /// <param name="at">The moment.</param>
    public static DateOnly DayOf(this SessionFrame frame, DateTimeOffset at) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(frame.TimeZone)).DateTime);

    private static SessionFrame WithoutLists(SessionFrame frame) => frame with { EarlierDates = [], Trainers = null };
}
