using System.Runtime.CompilerServices;

namespace Learning.Domain.Reach.Evaluation;

/// <summary>
/// <see cref="AgeBand.IndexOf"/> by looking up the age: ages come in no order, so comparing them one after the other
/// makes the processor guess wrong most of the time.
/// </summary>
internal static class AgeBandTable
{
    /// <summary>A birth year so early that whoever is born then is older than the table: it stands for "unknown".</summary>
    public const short Unknown = -10_000;

    private const int Oldest = 2_200;

    private static readonly byte[] Bands =
        [.. Enumerable.Range(0, Oldest).Select(age => (byte)AgeBand.IndexOf(1, 1 + age)), (byte)AgeBand.IndexOf(0, ReachDay.First.Year)];

    /// <summary>The age band of somebody born in <paramref name="birthYear"/>, in <paramref name="year"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int IndexOf(short birthYear, int year) => Bands[Math.Clamp(year - birthYear, 0, Oldest)];
}
