using System.Collections.Immutable;
using Learning.Contracts.Courses;
using Learning.Domain.Cohorts;
using Learning.Domain.Courses;
using Learning.Silo.Content;
using Learning.Domain.Regions;
using Learning.Domain.Sessions;
using Learning.Web.Api.Courses;
using Learning.Web.Api.Problems;
using Learning.Web.Api.Requests;

namespace Learning.Web.Api.Cohorts;

/// <summary>Makes a plan of what was sent, or says in words what is wrong with it.</summary>
public sealed class PlanReading(IGrainFactory grains, RegionTree regions, LearningContent content)
{
    private const int LongestVenue = 200;
    private const int MostTrainers = 20;
    private const int LongestUserName = 60;
    private static readonly DateOnly FirstDay = new(2000, 1, 1);
    private static readonly DateOnly LastDay = new(2099, 12, 31);

    /// <summary>A new plan.</summary>
    /// <param name="body">As sent.</param>
    /// <param name="errors">Takes what is wrong; if anything is, the answer is not to be used.</param>
    public async Task<CohortPlan> New(PlanBody body, FieldErrors errors)
    {
        var course = await Course(body.CourseCode, errors);
        var region = Region(body.RegionCode, errors);
        var days = errors.Number("days", body.Days ?? course.Days, 1, 30);
        var start = errors.Number("startDate", body.StartDate, FirstDay, LastDay);
        return new CohortPlan
        {
            Course = course,
            RegionCode = region.Code,
            TimeZone = region.TimeZone,
            Venue = errors.Text("venue", body.Venue, LongestVenue, required: false),
            Capacity = errors.Number("capacity", body.Capacity, 1, 1000),
            Sessions = CohortPlans.Daily(start, days, course.Hours),
            Grants = Grants(body.Grants ?? [], errors),
            Trainers = Trainers(body.Trainers ?? [], errors),
        };
    }

    /// <summary>A plan changed.</summary>
    /// <param name="plan">As it is.</param>
    /// <param name="body">As sent.</param>
    /// <param name="errors">Takes what is wrong; if anything is, the answer is not to be used.</param>
    public CohortPlan Changed(CohortPlan plan, PlanBody body, FieldErrors errors)
    {
        if (body.CourseCode is { } course && course != plan.Course.Code) errors.Add("courseCode", "cohort.fixed");
        if (body.RegionCode is { } region && region != plan.RegionCode) errors.Add("regionCode", "cohort.fixed");
        if (body.Days is { } days && days != plan.Sessions.Length) errors.Add("days", "cohort.fixed");
        return plan with
        {
            Venue = body.Venue is null ? plan.Venue : errors.Text("venue", body.Venue, LongestVenue, required: false),
            Capacity = errors.Number("capacity", body.Capacity ?? plan.Capacity, 1, 1000),
            Sessions = Sessions(plan, body, errors),
            Grants = body.Grants is { } grants ? Grants(grants, errors) : plan.Grants,
            Trainers = body.Trainers is { } trainers ? Trainers(trainers, errors) : plan.Trainers,
        };
    }

    private async Task<CourseVersion> Course(string? code, FieldErrors errors)
    {
        if (string.IsNullOrWhiteSpace(code)) errors.Add("courseCode", "problem.required");
        else if (CourseCode.IsWellFormed(code) && await grains.GetGrain<ICourseGrain>(code).Latest() is { } course) return course;
        else errors.Add("courseCode", "problem.unknown", Shown(code));
        return new CourseVersion { Code = "", TitleMn = "", TitleEn = "", Days = 1 };
    }

    private Region Region(string? code, FieldErrors errors)
    {
        if (string.IsNullOrWhiteSpace(code)) errors.Add("regionCode", "problem.required");
        else if (regions.Find(code) is { } region) return region;
        else errors.Add("regionCode", "problem.unknown", Shown(code));
        return regions.Root;
    }

    private static ImmutableArray<SessionPlan> Sessions(CohortPlan plan, PlanBody body, FieldErrors errors)
    {
        var shift = body.StartDate is null ? 0 : errors.Number("startDate", body.StartDate, FirstDay, LastDay).DayNumber - plan.StartDate.DayNumber;
        var sessions = plan.Sessions.Select(s => s with { Date = s.Date.AddDays(shift) }).ToArray();
        foreach (var (i, asked) in (body.Sessions ?? []).Index())
        {
            var at = Array.FindIndex(sessions, s => s.Number == asked.Number);
            if (at < 0) errors.Add($"sessions[{i}].number", "problem.unknown", asked.Number);
            else
            {
                sessions[at] = sessions[at] with
                {
                    Date = asked.Date is null ? sessions[at].Date : errors.Number($"sessions[{i}].date", asked.Date, FirstDay, LastDay),
                    Hours = asked.Hours is null ? sessions[at].Hours : errors.Number($"sessions[{i}].hours", asked.Hours, 0.25m, 24m),
                };
            }
        }

        return [.. sessions];
    }

    private ImmutableArray<GrantShare> Grants(ImmutableArray<GrantBody> grants, FieldErrors errors)
    {
        var shares = ImmutableArray.CreateBuilder<GrantShare>();
        foreach (var (i, grant) in grants.Index())
        {
            var code = grant?.Code ?? "";
            var known = content.Grant(code);
            if (code.Length == 0) errors.Add($"grants[{i}].code", "problem.required");
            else if (known is null) errors.Add($"grants[{i}].code", "problem.unknown", Shown(code));
            else if (shares.Any(g => g.Code == code)) errors.Add($"grants[{i}].code", "problem.twice", code);
            else shares.Add(new GrantShare(code, known.Value.Funder.Code, grant!.Share is null ? null : errors.Number($"grants[{i}].share", grant.Share, 0m, 1m)));
        }

        if (shares.Sum(g => g.Share ?? 0) > 1) errors.Add("grants", "cohort.sharesOver");
        return shares.ToImmutable();
    }

    private static ImmutableArray<string> Trainers(ImmutableArray<string?> trainers, FieldErrors errors)
    {
        if (trainers.Length > MostTrainers) errors.Add("trainers", "problem.tooManyItems", MostTrainers);
        return [.. trainers.Take(MostTrainers).Select((name, i) => errors.Text($"trainers[{i}]", name, LongestUserName)).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static string Shown(string sent) => sent.Length <= 40 ? sent : sent[..40] + "…";
}
