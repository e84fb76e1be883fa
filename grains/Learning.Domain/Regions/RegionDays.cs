namespace Learning.Domain.Regions;

/// <summary>Days as a country keeps them.</summary>
public static class RegionDays
{
    /// <summary>Today in the time zone of the tree's root; documents are dated by it.</summary>
    /// <param name="regions">The country.</param>
    /// <param name="clock">The clock.</param>
    public static DateOnly Today(this RegionTree regions, TimeProvider clock) => regions.Root.DayOf(clock.GetUtcNow());

    /// <summary>The day on which a moment falls in a region.</summary>
    /// <param name="region">The region.</param>
    /// <param name="at">The moment.</param>
    public static DateOnly DayOf(this Region region, DateTimeOffset at) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(region.TimeZone)).DateTime);

    /// <summary>Local time less UTC on a day, in minutes; where clocks are changed, they are changed at night, so that noon decides.</summary>
    /// <param name="timeZone">IANA time zone.</param>
    /// <param name="day">The day.</param>
    public static int UtcOffsetMinutes(string timeZone, DateOnly day) =>
        (int)TimeZoneInfo.FindSystemTimeZoneById(timeZone).GetUtcOffset(day.ToDateTime(new TimeOnly(12, 0))).TotalMinutes;
}
