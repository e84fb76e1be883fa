namespace Learning.Domain.Reach.Columns;

/// <summary>What else is known of a row of <see cref="ReachColumns"/>.</summary>
[Flags]
internal enum RowFlags : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The row belongs to the same participation as the one before it.</summary>
    Continues = 1,

    /// <summary>The participation is completed; on each of its rows.</summary>
    Completed = 2,
}
