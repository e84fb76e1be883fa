using System.Numerics;

namespace Learning.Domain.Reach.Evaluation;

/// <summary>The sessions of a cohort segment, for the queries that must look at each of them.</summary>
internal struct PlannedSessions
{
    /// <summary><see cref="SecondsEach"/> of sessions that must be looked at one by one.</summary>
    public const ushort Differ = ushort.MaxValue;

    /// <summary>One bit for each session that exists.</summary>
    public ushort Present;

    /// <summary>The sessions of the earliest day.</summary>
    public ushort Earliest;

    /// <summary>Where the first session stands among all; the others follow in bit order.</summary>
    public int Start;

    /// <summary>Length of each session in seconds; <see cref="Differ"/> if they are not the same, or too long to be held here.</summary>
    public ushort SecondsEach;

    /// <summary>The earliest day.</summary>
    public ushort EarliestDay;

    /// <summary>Where the session with that bit stands among all.</summary>
    public readonly int At(int bit) => Start + BitOperations.PopCount(Present & ((1u << bit) - 1));
}
