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
}
