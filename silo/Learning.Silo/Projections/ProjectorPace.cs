using Learning.Silo.Changes;

namespace Learning.Silo.Projections;

/// <summary>
/// How long a slot's projector rests after a run: in calm not at all, in a stream of changes for much longer than it ran, so that those who
/// write have the processor and what is written again and again is projected once for many writes (docs/decisions/0020).
/// </summary>
/// <param name="Runs">The next rest, in runs of all slots one after another.</param>
public readonly record struct ProjectorPace(int Runs)
{
    /// <summary>
    /// How old what lists and figures show may become: what comes just after a run began waits for it, the rest and the next run. Kept if the next run takes as long as
    /// the last; the first one of a flood is shorter.
    /// </summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(3);

    /// <summary>So many changes of a slot during one run are a flood.</summary>
    private const int Flood = ChangeHint.Most;

    /// <summary>Nothing came for a while. Of a few changes made together the later ones are listed soon.</summary>
    public static readonly ProjectorPace Calm = new(2);

    /// <summary>Changes keep coming, or come in a flood: all slots together work for at most about an eleventh of the time.</summary>
    public static readonly ProjectorPace Stream = new(10);

    /// <summary>How long to rest after a run, and the pace from then on.</summary>
    /// <param name="run">How long the run took.</param>
    /// <param name="slots">How many slots there are.</param>
    /// <param name="came">How many changes of the slot came since it was last looked for any, at most <see cref="ChangeHint.Most"/>: that many are a flood.</param>
    public (TimeSpan Pause, ProjectorPace Next) After(TimeSpan run, int slots, int came)
    {
        // In calm, the next change is projected at once.
        if (came == 0) return (TimeSpan.Zero, Calm);
        var rest = run * (came < Flood ? this : Stream).Runs * slots;
        var longest = Freshness - 2 * run;
        if (rest > longest) rest = longest;
        return (rest > TimeSpan.Zero ? rest : TimeSpan.Zero, Stream);
    }
}
