using System.Collections.Immutable;

namespace Learning.Domain.Reach.Donors;

/// <summary>Takes lists for equal that have equal elements in the same order: those of shards are equal, and never the same.</summary>
/// <typeparam name="T">Of the elements.</typeparam>
internal sealed class InOrder<T> : IEqualityComparer<ImmutableArray<T>>
{
    /// <summary>The only one.</summary>
    public static InOrder<T> Equal { get; } = new();

    /// <inheritdoc/>
    public bool Equals(ImmutableArray<T> x, ImmutableArray<T> y) => x.AsSpan().SequenceEqual(y.AsSpan());

    /// <inheritdoc/>
    public int GetHashCode(ImmutableArray<T> obj)
    {
        var hash = new HashCode();
        foreach (ref readonly var element in obj.AsSpan()) hash.Add(element);
        return hash.ToHashCode();
    }
}
