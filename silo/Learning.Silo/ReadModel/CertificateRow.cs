using Learning.Domain.Courses;

namespace Learning.Silo.ReadModel;

/// <summary>One certificate. Table <c>certificates</c>.</summary>
public sealed record CertificateRow
{
    /// <summary>Number.</summary>
    public required string Number { get; init; }

    /// <summary>Whose.</summary>
    public required string TraineeId { get; init; }

    /// <summary>For what.</summary>
    public required string CohortId { get; init; }

    /// <summary>What it says.</summary>
    public CertificateKind Kind { get; init; }

    /// <summary>Day.</summary>
    public DateOnly IssuedOn { get; init; }

    /// <summary>Last valid day.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Day.</summary>
    public DateOnly? RevokedOn { get; init; }

    /// <summary>Number of the one that replaced it.</summary>
    public string? SupersededBy { get; init; }
}
