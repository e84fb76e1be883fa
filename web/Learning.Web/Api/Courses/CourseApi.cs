using System.Security.Claims;
using Learning.Contracts.Courses;
using Learning.Domain.Courses;
using Learning.Silo.ReadModel;
using Learning.Web.Accounts;
using Learning.Web.Api.Problems;
using Learning.Web.Api.Requests;
using Learning.Web.Audit;
using Microsoft.EntityFrameworkCore;

namespace Learning.Web.Api.Courses;

/// <summary>Courses: read by anyone, published by administrators.</summary>
internal static class CourseApi
{
    public static void MapCourses(this IEndpointRouteBuilder api)
    {
        api.MapGet("/courses", List)
            .AllowAnonymous()
            .WithSummary("Courses in the order of their codes, each in its latest version.")
            .Produces<Page<CourseAnswer>>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/courses/{code}", Get)
            .AllowAnonymous()
            .WithSummary("The latest version of a course, with outline and rules.")
            .Produces<CourseVersion>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPut("/courses/{code}", Put)
            .RequireAuthorization(Policies.Administrator)
            .WithSummary("Publishes a version of a course; the latest one sent again changes nothing.")
            .Produces<CourseVersion>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> List(IDbContextFactory<LearningReadModel> readModel, string? limit, string? after, CancellationToken cancel)
    {
        var errors = new FieldErrors();
        var most = errors.Limit(limit);
        if (errors.Any) return Problem.Invalid(errors);
        await using var db = await readModel.CreateDbContextAsync(cancel);
        var rows = await db.Courses.Where(c => after == null || c.Code.CompareTo(after) > 0).OrderBy(c => c.Code).Take(most + 1).ToListAsync(cancel);
        return Results.Ok(Page<CourseAnswer>.Of(
            [.. rows.Select(c => new CourseAnswer(c.Code, c.Version, c.TitleMn, c.TitleEn, c.Kind, c.HoursMinutes / 60m, c.Days))], most, c => c.Code));
    }

    private static async Task<IResult> Get(IGrainFactory grains, string code) =>
        CourseCode.IsWellFormed(code) && await grains.GetGrain<ICourseGrain>(code).Latest() is { } course ? Results.Ok(course) : Problem.NotFound;

    private static async Task<IResult> Put(IGrainFactory grains, IAuditLog audit, ClaimsPrincipal user, string code, CourseBody body)
    {
        var errors = new FieldErrors();
        if (!CourseCode.IsWellFormed(code)) return Problem.Invalid("code", "problem.form");
        var course = grains.GetGrain<ICourseGrain>(code);
        var content = body.Read(code, await course.Latest(), errors);
        if (errors.Any) return Problem.Invalid(errors);
        var published = await course.Publish(content);
        await audit.Note(user, "course.publish", code, $"version {published.Version}");
        return Results.Ok(published);
    }
}
