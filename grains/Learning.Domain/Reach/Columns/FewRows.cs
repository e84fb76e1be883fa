namespace Learning.Domain.Reach.Columns;

/// <summary>Where to look for the answer to a question about few cohort segments.</summary>
/// <param name="Changed">Places of people whose rows have changed since the shard was indexed: each of theirs may be one.</param>
/// <param name="Rows">The rows of everybody else in those segments, ascending, and so person by person.</param>
/// <param name="PlaceOf">The place of the person at each row.</param>
internal sealed record FewRows(int[] Changed, int[] Rows, ushort[] PlaceOf);
