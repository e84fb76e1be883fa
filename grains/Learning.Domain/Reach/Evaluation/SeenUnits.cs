using System.Runtime.CompilerServices;

namespace Learning.Domain.Reach.Evaluation;

/// <summary>
/// Tells which units were counted already: people, or people in a course or reporting year. Since all events of a unit come in
/// sequence, it is known by the mark it left when it was last counted, and no set is ever built.
/// </summary>
/// <param name="length">How many things a person can count once in.</param>
internal readonly struct SeenUnits(int length)
{
    private readonly int[] lastMark = new int[length];

    /// <summary>1 for a unit that was not counted yet, 0 for one that was. No branch: to the processor which it is is as good as random.</summary>
    /// <param name="at">Within what it counts once.</param>
    /// <param name="mark">The unit's mark.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Count(int at, int mark)
    {
        ref var last = ref lastMark[at];
        var isNew = last != mark ? 1 : 0;
        last = mark;
        return isNew;
    }

    /// <summary>Whether anything was counted there.</summary>
    /// <param name="at">Within what it counts once.</param>
    public bool Any(int at) => lastMark[at] != 0;
}
