namespace Learning.Domain.Identity;

/// <summary>How many slips of the pen lie between two words.</summary>
public static class EditDistance
{
    /// <summary>
    /// The least number of letters changed, added, left out or swapped with their neighbour (optimal string alignment).
    /// Takes time in proportion to the product of the lengths.
    /// </summary>
    /// <param name="one">A word.</param>
    /// <param name="other">Another word.</param>
    public static int Between(string one, string other)
    {
        var before = new int[other.Length + 1];
        var last = new int[other.Length + 1];
        var row = new int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++) last[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var change = last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                row[j] = Math.Min(change, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
            (before, last, row) = (last, row, before);
        }
        return last[other.Length];
    }
}
