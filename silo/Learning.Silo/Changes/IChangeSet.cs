namespace Learning.Silo.Changes;

/// <summary>
/// The set of grains whose newest state the projectors have not seen. A trigger adds to it in the transaction that writes the state; it is a set,
/// not a log, so a grain written a hundred times stands in it once.
/// </summary>
public interface IChangeSet
{
    /// <summary>How many slots share the work, numbered from 0. A grain is always in the same one, so its changes are projected one after another.</summary>
    Task<int> Slots();

    /// <summary>Changes of a slot, who waits longest first. They stay in the set until <see cref="Done"/>.</summary>
    /// <param name="slot">From 0.</param>
    /// <param name="limit">At most so many.</param>
    Task<IReadOnlyList<Change>> Take(int slot, int limit);

    /// <summary>Takes changes out of the set, except those whose grain was marked again since they were taken.</summary>
    /// <param name="slot">From 0.</param>
    /// <param name="changes">As <see cref="Take"/> gave them, and projected durably since.</param>
    Task Done(int slot, IReadOnlyList<Change> changes);

    /// <summary>Puts every stored state into the set, to rebuild what is derived from them.</summary>
    /// <returns>How many there are.</returns>
    Task<long> MarkAll();

    /// <summary>How many grains wait to be projected, in all slots.</summary>
    Task<long> Count();
}
