using System.Globalization;
using Learning.Domain.Ids;

namespace Learning.Domain.Trainees;

/// <summary>A merge's id is <c>trainee~number</c>: it says in whose record the fact is without a look-up.</summary>
public static class MergeId
{
    /// <summary>The id of a record's n-th merge.</summary>
    /// <param name="traineeId">The record that was merged into another.</param>
    /// <param name="number">From 1.</param>
    public static string Of(string traineeId, int number) => string.Create(CultureInfo.InvariantCulture, $"{traineeId}~{number}");

    /// <summary>The record that a merge's id names, or <see langword="null"/> if the text is no such id.</summary>
    /// <param name="mergeId">What somebody sent.</param>
    public static string? TraineeOf(string? mergeId) => mergeId?.Split('~') is [var trainee, _] && LearningId.IsId(trainee) ? trainee : null;
}
