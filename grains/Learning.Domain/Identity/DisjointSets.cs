namespace Learning.Domain.Identity;

/// <summary>Sets that only ever grow together, by index (union-find with path halving and union by size).</summary>
internal sealed class DisjointSets
{
    private readonly int[] parent;
    private readonly int[] size;

    /// <summary>Each index in a set of its own.</summary>
    /// <param name="count">Number of indexes.</param>
    public DisjointSets(int count)
    {
        parent = new int[count];
        size = new int[count];
        for (var i = 0; i < count; i++)
        {
            parent[i] = i;
            size[i] = 1;
        }
    }

    /// <summary>The index that stands for the set of <paramref name="item"/>.</summary>
    public int Find(int item)
    {
        while (parent[item] != item)
        {
            parent[item] = parent[parent[item]];
            item = parent[item];
        }
        return item;
    }

    /// <summary>Makes the two sets one; true if they were two.</summary>
    public bool Union(int one, int other)
    {
        one = Find(one);
        other = Find(other);
        if (one == other) return false;
        if (size[one] < size[other]) (one, other) = (other, one);
        parent[other] = one;
        size[one] += size[other];
        return true;
    }
}
