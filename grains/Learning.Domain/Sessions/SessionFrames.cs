using System.Collections.Immutable;

namespace Learning.Domain.Sessions;

/// <summary>Rules on session frames.</summary>
public static class SessionFrames
{
    /// <summary>Whether two frames say the same; record equality would compare the arrays by reference.</summary>
    /// <param name="a">One.</param>
    /// <param name="b">The other.</param>
    public static bool IsSameAs(this SessionFrame a, SessionFrame b) =>
        a with { EarlierDates = ImmutableArray<DateOnly>.Empty } == b with { EarlierDates = ImmutableArray<DateOnly>.Empty } && a.EarlierDates.SequenceEqual(b.EarlierDates);

    /// <summary>The day on which a moment falls where the session takes place.</summary>
    /// <param name="frame">The session.</param>
    /// <param name="at">The moment.</param>
    public static DateOnly DayOf(this SessionFrame frame, DateTimeOffset at) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(frame.TimeZone)).DateTime);
}
