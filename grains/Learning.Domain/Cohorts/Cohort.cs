using System.Collections.Immutable;
using Learning.Domain.Sessions;

namespace Learning.Domain.Cohorts;

/// <summary>One delivery of a course version to a group.</summary>
public sealed record Cohort
{
    /// <summary>Cohort id.</summary>
    public required string Id { get; init; }

    /// <summary>What it is planned to be.</summary>
    public required CohortPlan Plan { get; init; }

    /// <summary>Where it stands.</summary>
    public CohortState State { get; init; }

    /// <summary>Everyone who ever asked for, held or gave up a place, in order of asking.</summary>
    public ImmutableArray<Enrolment> Roster { get; init; } = [];

    /// <summary>Sessions as they were planned before they were moved.</summary>
    public ImmutableArray<SessionPlan> Moved { get; init; } = [];

    /// <summary>Id of the import that brought it, for one taken from sheets.</summary>
    public string? ImportId { get; init; }

    /// <summary>The sheet it was taken from, as the sheet names itself.</summary>
    public string? Sheet { get; init; }

    /// <summary>Whether every certificate of the closing has been issued.</summary>
    public bool CertificatesIssued { get; init; }

    /// <summary>When it was closed, UTC.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Grows with every change of the roster; devices say which one they had.</summary>
    public int RosterVersion { get; init; }

    /// <summary>The person's enrolment, or <see langword="null"/>.</summary>
    /// <param name="traineeId">Trainee id.</param>
    public Enrolment? Find(string traineeId) => Roster.FirstOrDefault(e => e.TraineeId == traineeId);

    /// <summary>People who hold a place now or held it to the end.</summary>
    public int Places => Roster.Count(e => e.State.HoldsPlace());
}
