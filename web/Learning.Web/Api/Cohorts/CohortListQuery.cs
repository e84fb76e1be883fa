using System.Globalization;
using Learning.Domain.Cohorts;
using Learning.Domain.Ids;
using Learning.Domain.Regions;
using Learning.Domain.Text;
using Learning.Silo.ReadModel;
using Learning.Web.Api.Problems;
using Learning.Web.Api.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Learning.Web.Api.Cohorts;

/// <summary>Filters of the list of cohorts; all must hold together. The newest come first.</summary>
internal sealed record CohortListQuery
{
    /// <summary>P-code; it and everything below it.</summary>
    [FromQuery(Name = "region")]
    public string? Region { get; init; }

    /// <summary>First day, included, on which a session may lie: yyyy-MM-dd.</summary>
    [FromQuery(Name = "from")]
    public string? From { get; init; }

    /// <summary>Last day, included: yyyy-MM-dd.</summary>
    [FromQuery(Name = "to")]
    public string? To { get; init; }

    /// <summary>planned, open, running, closed or cancelled.</summary>
    [FromQuery(Name = "state")]
    public string? State { get; init; }

    /// <summary>Words of course, venue or sheet, in Cyrillic or Latin.</summary>
    [FromQuery(Name = "q")]
    public string? Q { get; init; }

    /// <summary>1 to 200; usually 50.</summary>
    [FromQuery(Name = "limit")]
    public string? Limit { get; init; }

    /// <summary>The <c>next</c> of the page before.</summary>
    [FromQuery(Name = "after")]
    public string? After { get; init; }

    /// <summary>The page asked for.</summary>
    public async Task<IResult> Run(IQueryable<CohortRow> cohorts, RegionTree regions, CancellationToken cancel)
    {
        var errors = new FieldErrors();
        var (from, to, state, limit) = (errors.Day("from", From), errors.Day("to", To), errors.Word<CohortState>("state", State), errors.Limit(Limit));
        if (Region is not null && regions.Find(Region) is null) errors.Add("region", "problem.unknown", Region);
        if (from > to) errors.Add("to", "problem.dateOrder");
        var after = ReadAfter(errors);
        if (errors.Any) return Problem.Invalid(errors);

        if (Region is not null && Region != regions.Root.Code)
        {
            var within = regions.All.Where(r => regions.IsWithin(r.Code, Region)).Select(r => r.Code).ToList();
            cohorts = cohorts.Where(c => within.Contains(c.Region));
        }

        if (from is not null) cohorts = cohorts.Where(c => c.EndDate >= from);
        if (to is not null) cohorts = cohorts.Where(c => c.StartDate <= to);
        if (state is not null) cohorts = cohorts.Where(c => c.State == state);
        cohorts = cohorts.OrderByDescending(c => c.StartDate).ThenByDescending(c => c.CohortId);
        var page = string.IsNullOrWhiteSpace(Q)
            ? await Later(cohorts, after).Take(limit + 1).ToListAsync(cancel)
            : await Matching(Later(cohorts, after), limit + 1, cancel);
        return Results.Ok(Page<CohortListItem>.Of([.. page.Select(CohortListItem.Of)], limit, c => $"{c.StartDate:yyyy-MM-dd}.{c.Id}"));
    }

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

    private static IQueryable<CohortRow> Later(IQueryable<CohortRow> cohorts, (DateOnly Day, string Id)? after) => after is not { } last
        ? cohorts
        : cohorts.Where(c => c.StartDate < last.Day || (c.StartDate == last.Day && c.CohortId.CompareTo(last.Id) < 0));

    private (DateOnly Day, string Id)? ReadAfter(FieldErrors errors)
    {
        if (string.IsNullOrEmpty(After)) return null;
        if (After is { Length: > 11 } text && text[10] == '.' && LearningId.IsId(text[11..])
            && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return (day, text[11..]);
        errors.Add("after", "problem.after");
        return null;
    }
}
