using Learning.Domain.Trainees;

namespace Learning.Domain.Reach.Evaluation;

/// <summary>Sex as it is written in row keys: as on the wire.</summary>
internal static class SexCode
{
    /// <summary>At the value of each <see cref="Sex"/>.</summary>
    public static string[] All { get; } = ["notStated", "female", "male", "other"];

    /// <summary>The code of one.</summary>
    public static string Of(Sex sex) => All[(int)sex];
}
