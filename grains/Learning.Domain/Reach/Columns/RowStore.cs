namespace Learning.Domain.Reach.Columns;

/// <summary>
/// Rows in columns. A participation is one row, or several in sequence if it has more than one segment of sessions
/// or more than one certificate.
/// </summary>
internal sealed class RowStore
{
    /// <summary>Number of the cohort segment.</summary>
    public int[] Segment = [];

    /// <summary>Number of the person profile.</summary>
    public int[] Profile = [];

    /// <summary>One bit for each attended session of the segment.</summary>
    public ushort[] Attended = [];

    /// <summary>Flags.</summary>
    public RowFlags[] Flags = [];

    /// <summary>First day of the certificate, if <see cref="CertificateTo"/> is not before it.</summary>
    public ushort[] CertificateFrom = [];

    /// <summary>Last day on which the certificate holds; <see cref="ReachDay.Never"/> if it holds for ever; before its first day if there is none.</summary>
    public ushort[] CertificateTo = [];

    /// <summary>Rows in use, garbage included.</summary>
    public int Count { get; private set; }

    /// <summary>Makes place for <paramref name="more"/> rows at the end and returns the first.</summary>
    public int Append(int more)
    {
        var first = Count;
        Count += more;
        // An eighth of slack: doubling would cost more memory than all the dimensions.
        if (Count > Segment.Length) Resize(Count + Count / 8 + 64);
        return first;
    }

    /// <summary>The first row of the participation to which a row belongs.</summary>
    public int First(int row)
    {
        while ((Flags[row] & RowFlags.Continues) != 0) row--;
        return row;
    }

    /// <summary>Copies one row of another store, or of this one.</summary>
    public void Copy(RowStore from, int fromRow, int row)
    {
        Segment[row] = from.Segment[fromRow];
        Profile[row] = from.Profile[fromRow];
        Attended[row] = from.Attended[fromRow];
        Flags[row] = from.Flags[fromRow];
        CertificateFrom[row] = from.CertificateFrom[fromRow];
        CertificateTo[row] = from.CertificateTo[fromRow];
    }

    /// <summary>Sets the length of the columns; shorter than <see cref="Count"/> is not allowed.</summary>
    public void Resize(int length)
    {
        Array.Resize(ref Segment, length);
        Array.Resize(ref Profile, length);
        Array.Resize(ref Attended, length);
        Array.Resize(ref Flags, length);
        Array.Resize(ref CertificateFrom, length);
        Array.Resize(ref CertificateTo, length);
    }
}
