using Learning.Domain.Checkin;
using Learning.Domain.Sessions;

namespace Learning.Silo.ReadModel;

/// <summary>What is recorded about a person at a session. Table <c>marks</c>.</summary>
public sealed record MarkRow
{
    /// <summary>Session.</summary>
    public required string SessionId { get; init; }

    /// <summary>Person.</summary>
    public required string TraineeId { get; init; }

    /// <summary>Cohort.</summary>
    public required string CohortId { get; init; }

    /// <summary>Session number.</summary>
    public int Number { get; init; }

    /// <summary>Null while all waits for review.</summary>
    public Mark? Mark { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset MarkedAt { get; init; }

    /// <summary>Null for a correction.</summary>
    public ScanMethod? Method { get; init; }

    /// <summary>Device of the scan.</summary>
    public string? DeviceId { get; init; }

    /// <summary>Codes with spaces between.</summary>
    public required string Flags { get; init; }
}
