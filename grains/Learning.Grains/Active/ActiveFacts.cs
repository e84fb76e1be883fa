using System.Collections.Concurrent;

namespace Learning.Grains.Active;

/// <summary>
/// What the grains of one kind that are active in this process would answer, so that whoever is in the same process need not send a message
/// (docs/decisions/0017). A grain says its facts when it wakes and after each durable write, and takes them back before it sleeps: as long as they are
/// here, no other activation of it can have changed them. Thread-safe; facts are immutable.
/// </summary>
/// <typeparam name="T">The facts.</typeparam>
public sealed class ActiveFacts<T> where T : class
{
    private readonly ConcurrentDictionary<string, (Grain By, T? Facts)> said = new(StringComparer.Ordinal);

    /// <summary>Says what is so from now on.</summary>
    /// <param name="by">The grain.</param>
    /// <param name="facts">Its facts; <see langword="null"/> if it has none.</param>
    public void Say(Grain by, T? facts)
    {
        var key = by.GetPrimaryKeyString();
        var isFirst = !said.TryGetValue(key, out var last) || !ReferenceEquals(last.By, by);
        said[key] = (by, facts);
        // One that is told to sleep while it wakes is never asked to take anything back.
        if (isFirst) by.GrainContext.Deactivated.ContinueWith(_ => TakeBack(by, key), TaskScheduler.Default);
    }

    /// <summary>Takes back what a grain said.</summary>
    /// <param name="by">The grain.</param>
    public void TakeBack(Grain by) => TakeBack(by, by.GetPrimaryKeyString());

    /// <summary>What a grain would answer.</summary>
    /// <param name="key">The grain's key.</param>
    /// <param name="facts">Its facts; <see langword="null"/> if it has none.</param>
    /// <returns>False if it is not active in this process, and must be asked.</returns>
    public bool TryGet(string key, out T? facts)
    {
        var isHere = said.TryGetValue(key, out var last);
        facts = last.Facts;
        return isHere;
    }

    private void TakeBack(Grain by, string key)
    {
        if (said.TryGetValue(key, out var last) && ReferenceEquals(last.By, by)) said.TryRemove(new(key, last));
    }
}
