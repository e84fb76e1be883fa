using Learning.Domain.Courses;
using Learning.Web.Api.Problems;
using Learning.Web.Api.Requests;

namespace Learning.Web.Api.Courses;

/// <summary>When a course is completed.</summary>
/// <param name="MinHoursShare">Least share of the planned hours, 0 to 1; 0.8 when absent.</param>
/// <param name="PassMark">Least post-test result in percent; absent when the course has none.</param>
public sealed record CompletionBody(decimal? MinHoursShare, decimal? PassMark)
{
    internal CompletionRule Read(FieldErrors errors) => new(
        errors.Number("completion.minHoursShare", MinHoursShare ?? 0.8m, 0m, 1m),
        PassMark is null ? null : errors.Number("completion.passMark", PassMark, 0m, 100m));
}
