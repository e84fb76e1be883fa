namespace Learning.Silo.Changes;

/// <summary>Reads grain states past the grains, for projectors, audit and rebuild.</summary>
public interface IStateReader
{
    /// <summary>The states of some grains; those never written are left out.</summary>
    /// <param name="stateName">Which state.</param>
    /// <param name="keys">The grains' keys.</param>
    /// <param name="cancel">Cancels.</param>
    Task<IReadOnlyList<StoredState>> Read(string stateName, IReadOnlyCollection<string> keys, CancellationToken cancel = default);

    /// <summary>The states of parts of grains: those whose keys are a grain's, a separator, and more.</summary>
    /// <param name="stateName">Which state.</param>
    /// <param name="grains">The grains' keys, which must not have the separator in them, nor read as a number: see <see cref="Storage.StoredKey"/>.</param>
    /// <param name="separator">ASCII.</param>
    /// <param name="cancel">Cancels.</param>
    Task<IReadOnlyList<StoredState>> Parts(string stateName, IReadOnlyCollection<string> grains, char separator, CancellationToken cancel = default);

    /// <summary>
    /// The next states of a name in the order of their keys (bytewise, as stored). Each page is read by itself, so states written meanwhile appear
    /// as they are when their page is read.
    /// </summary>
    /// <param name="stateName">Which state.</param>
    /// <param name="after">The last key of the page before; <see langword="null"/> for the first.</param>
    /// <param name="limit">At most so many; fewer means that it was the last page.</param>
    /// <param name="cancel">Cancels.</param>
    Task<IReadOnlyList<StoredState>> Page(string stateName, string? after, int limit, CancellationToken cancel = default);

    /// <summary>How many grains have a state of that name, cleared ones included.</summary>
    /// <param name="stateName">Which state.</param>
    /// <param name="cancel">Cancels.</param>
    Task<long> Count(string stateName, CancellationToken cancel = default);
}
