using Learning.Domain.Trainees;

namespace Learning.Silo.ReadModel;

/// <summary>People known only as a number. Table <c>headcounts</c>.</summary>
public sealed record HeadcountRow
{
    /// <summary>Session.</summary>
    public required string SessionId { get; init; }

    /// <summary>Their sex.</summary>
    public Sex Sex { get; init; }

    /// <summary>Their age band.</summary>
    public required string AgeBand { get; init; }

    /// <summary>How many.</summary>
    public int People { get; init; }
}
