using System.Collections.Immutable;
using System.Globalization;
using Learning.Domain.Cohorts;
using Learning.Domain.Regions;
using Learning.Silo.ReadModel;
using Microsoft.EntityFrameworkCore;

namespace Learning.Web.Pages.Home;

/// <summary>The cohorts that anyone may apply to, from the read model.</summary>
/// <param name="readModel">Where they are listed.</param>
/// <param name="regions">The country.</param>
/// <param name="clock">Says which day it is.</param>
public sealed class OpenCohorts(IDbContextFactory<LearningReadModel> readModel, RegionTree regions, TimeProvider clock)
{
    /// <summary>Most cohorts on a page.</summary>
    public const int PageSize = 24;

    /// <summary>A page of them in date order.</summary>
    /// <param name="aimag">P-code of the region that they lie in or below; anywhere without it.</param>
    /// <param name="course">Course code; any course without it.</param>
    /// <param name="after">The <see cref="OpenCohortsPage.Next"/> of the page before.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<OpenCohortsPage> Find(string? aimag, string? course, string? after, CancellationToken cancel)
    {
        await using var db = await readModel.CreateDbContextAsync(cancel);
        var open = Open(db);
        if (!string.IsNullOrEmpty(aimag))
        {
            var within = regions.All.Where(r => regions.IsWithin(r.Code, aimag)).Select(r => r.Code).ToList();
            open = open.Where(c => within.Contains(c.Region));
        }

        if (!string.IsNullOrEmpty(course)) open = open.Where(c => c.CourseCode == course);
        if (TryRead(after, out var day, out var id)) open = open.Where(c => c.StartDate > day || (c.StartDate == day && string.Compare(c.CohortId, id) > 0));
        var rows = await open.OrderBy(c => c.StartDate).ThenBy(c => c.CohortId).Take(PageSize + 1).ToListAsync(cancel);
        var page = rows.Take(PageSize).ToImmutableArray();
        return new OpenCohortsPage(page, rows.Count > PageSize ? Key(page[^1]) : null);
    }

    /// <summary>How many there are by region and course: the choices that a filter offers.</summary>
    /// <param name="cancel">Cancels.</param>
    public async Task<ImmutableArray<OpenCohortsCount>> Counts(CancellationToken cancel)
    {
        await using var db = await readModel.CreateDbContextAsync(cancel);
        var counts = await Open(db)
            .GroupBy(c => new { c.Region, c.CourseCode, c.TitleMn, c.TitleEn })
            .Select(g => new { g.Key.Region, g.Key.CourseCode, g.Key.TitleMn, g.Key.TitleEn, Count = g.Count() })
            .ToListAsync(cancel);
        return [.. counts.Select(c => new OpenCohortsCount(c.Region, c.CourseCode, c.TitleMn, c.TitleEn, c.Count))];
    }

    // Nobody can join a training whose last day has passed, even if it hasn't been closed yet.
    private IQueryable<CohortRow> Open(LearningReadModel db)
    {
        var today = regions.Today(clock);
        return db.Cohorts.Where(c => (c.State == CohortState.Open || c.State == CohortState.Running) && c.EndDate >= today);
    }

    private static string Key(CohortRow row) => string.Create(CultureInfo.InvariantCulture, $"{row.StartDate:yyyyMMdd}-{row.CohortId}");

    private static bool TryRead(string? key, out DateOnly day, out string id)
    {
        (day, id) = (default, "");
        if (key is null || key.Length < 10 || key[8] != '-') return false;
        id = key[9..];
        return DateOnly.TryParseExact(key.AsSpan(0, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }
}
