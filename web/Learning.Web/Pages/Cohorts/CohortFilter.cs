using System.Globalization;
using Learning.Domain.Cohorts;
using Learning.Domain.Ids;
using Learning.Domain.Regions;
using Learning.Domain.Text;
using Learning.Silo.ReadModel;
using Learning.Web.Accounts;
using Learning.Web.Kit.Forms;
using Microsoft.EntityFrameworkCore;

namespace Learning.Web.Pages.Cohorts;

/// <summary>
/// The filters of the list of cohorts as its address has them; all must hold together. What can't be read filters nothing.
/// The newest come first.
/// </summary>
/// <param name="Region">P-code; it and everything below it.</param>
/// <param name="From">First day on which a session may lie, <c>yyyy-MM-dd</c>.</param>
/// <param name="To">Last day.</param>
/// <param name="State">A word of <see cref="CohortState"/>.</param>
/// <param name="Course">Course code.</param>
/// <param name="Q">Words of course, venue or sheet, in Cyrillic or Latin.</param>
internal sealed record CohortFilter(string? Region, string? From, string? To, string? State, string? Course, string? Q)
{
    /// <summary>Whether anything is left out.</summary>
    public bool IsSet => !string.IsNullOrWhiteSpace(Region + From + To + State + Course + Q);

    /// <summary>The cohorts whom the caller may see.</summary>
    public static IQueryable<CohortRow> Visible(LearningReadModel db, Caller caller)
    {
        if (caller.IsAdministrator || caller.IsManager) return db.Cohorts;
        // As the sign-in knows them: user names are the same whatever their case.
        var name = caller.Actor.ToLowerInvariant();
        return db.Cohorts.Where(c => db.CohortTrainers.Any(t => t.CohortId == c.CohortId && t.UserName.ToLower() == name));
    }

    /// <summary>A page of the list.</summary>
    /// <param name="cohorts">Whom the caller may see.</param>
    /// <param name="regions">The regions.</param>
    /// <param name="after">Key of the last row of the page before.</param>
    /// <param name="most">Most rows.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<List<CohortRow>> Run(IQueryable<CohortRow> cohorts, RegionTree regions, string? after, int most, CancellationToken cancel)
    {
        if (regions.Find(Region) is { ParentCode: not null } region)
        {
            var within = regions.All.Where(r => regions.IsWithin(r.Code, region.Code)).Select(r => r.Code).ToList();
            cohorts = cohorts.Where(c => within.Contains(c.Region));
        }

        if (DayText.TryRead(From, out var from)) cohorts = cohorts.Where(c => c.EndDate >= from);
        if (DayText.TryRead(To, out var to)) cohorts = cohorts.Where(c => c.StartDate <= to);
        if (EnumText.Parse<CohortState>(State) is { } state) cohorts = cohorts.Where(c => c.State == state);
        if (!string.IsNullOrEmpty(Course)) cohorts = cohorts.Where(c => c.CourseCode == Course);
        if (ReadKey(after) is var (day, id)) cohorts = cohorts.Where(c => c.StartDate < day || (c.StartDate == day && c.CohortId.CompareTo(id) < 0));
        cohorts = cohorts.OrderByDescending(c => c.StartDate).ThenByDescending(c => c.CohortId);
        return string.IsNullOrWhiteSpace(Q) ? await cohorts.Take(most).ToListAsync(cancel) : await Matching(cohorts, most, cancel);
    }

    /// <summary>What names a row for the next page.</summary>
    public static string KeyOf(CohortRow row) => $"{DayText.Of(row.StartDate)}.{row.CohortId}";

    // The read model keeps no folded form of titles and venues; there are some thousands of cohorts at most.
    private async Task<List<CohortRow>> Matching(IQueryable<CohortRow> cohorts, int most, CancellationToken cancel)
    {
        var found = new List<CohortRow>();
        await foreach (var row in cohorts.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!SearchKey.Of(row.CourseCode, row.TitleMn, row.TitleEn, row.Venue, row.Sheet).Matches(Q)) continue;
            found.Add(row);
            if (found.Count == most) break;
        }

        return found;
    }

    private static (DateOnly Day, string Id)? ReadKey(string? after) =>
        after is { Length: > 11 } && after[10] == '.' && LearningId.IsId(after[11..])
        && DateOnly.TryParseExact(after[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? (day, after[11..])
            : null;
}
