using Learning.Domain.Cohorts;
using Learning.Web.Api.Problems;
using Learning.Web.Api.Requests;

namespace Learning.Web.Api.Enrolments;

/// <summary>One test result.</summary>
/// <param name="TraineeId">Whose.</param>
/// <param name="Kind">Pre-test or post-test.</param>
/// <param name="Score">Points, 0 to <paramref name="OutOf"/>; <see langword="null"/> takes the result back.</param>
/// <param name="OutOf">Most points; 100 when absent.</param>
public sealed record ScoreBody(string? TraineeId, ScoreKind? Kind, decimal? Score, decimal? OutOf)
{
    internal Score Read(int index, FieldErrors errors)
    {
        var outOf = errors.Number($"[{index}].outOf", OutOf ?? 100m, 0.01m, 100_000m);
        if (string.IsNullOrWhiteSpace(TraineeId)) errors.Add($"[{index}].traineeId", "problem.required");
        if (Kind is null) errors.Add($"[{index}].kind", "problem.required");
        decimal? points = Score is null ? null : errors.Number($"[{index}].score", Score, 0m, outOf);
        return new Score(TraineeId ?? "", Kind == ScoreKind.Post, points is null ? null : decimal.Round(points.Value * 100 / outOf, 2));
    }
}
