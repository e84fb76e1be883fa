using System.Runtime.CompilerServices;

namespace Learning.Domain.Reach.Evaluation;

/// <summary>Finds the first of the periods of each unit, whose events are in no order of time.</summary>
internal static class FirstPeriod
{
    /// <summary>The earlier of two periods; the second for a new unit. No branch: to the processor which it is is as good as random.</summary>
    /// <param name="first">The first period so far; of another unit, if this one is new.</param>
    /// <param name="period">The period of the unit's next event.</param>
    /// <param name="isNew">1 for a new unit, 0 for one that has a first period.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of(int first, int period, int isNew)
    {
        // Both are row keys, so that the difference can't overflow.
        var difference = (first | (-isNew & int.MaxValue)) - period;
        return period + (difference & (difference >> 31));
    }
}
