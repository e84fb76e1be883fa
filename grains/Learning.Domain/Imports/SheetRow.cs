using System.Collections.Immutable;
using Learning.Domain.Identity;

namespace Learning.Domain.Imports;

/// <summary>One row of a sign-in sheet that can be taken in: a person at a training.</summary>
public sealed record SheetRow
{
    /// <summary>Row in the file.</summary>
    public required int Line { get; init; }

    /// <summary>Number of the row on its sheet, as written; empty where the file has no such column.</summary>
    public string Number { get; init; } = "";

    /// <summary>The training.</summary>
    public required SheetTraining Training { get; init; }

    /// <summary>The person, with hashed numbers.</summary>
    public required PersonEvidence Person { get; init; }

    /// <summary>The phone in clear, eight digits: staff must be able to call people. Evidence has only its hash.</summary>
    public string? Phone { get; init; }

    /// <summary>Kind of the person's organisation: <c>partnership</c>, <c>ngo</c>, or what the cell says; empty if nothing.</summary>
    public string OrganisationType { get; init; } = "";

    /// <summary>One entry a day: there, not there, or not marked. As many as the training has days.</summary>
    public required ImmutableArray<bool?> Attended { get; init; }

    /// <summary>Result of the test before the training.</summary>
    public SheetScore? PreScore { get; init; }

    /// <summary>Result of the test after it.</summary>
    public SheetScore? PostScore { get; init; }
}
