using Learning.Domain.Identity;
using Learning.Domain.Regions;

namespace Learning.Domain.Imports;

/// <summary>What the program knows and a sheet refers to.</summary>
public sealed record SheetReference
{
    /// <summary>The code of the course with that code or title, or <see langword="null"/>. Asked with the cell as it stands, cleaned.</summary>
    public required Func<string, string?> FindCourse { get; init; }

    /// <summary>The code of the funder with that code or name, or <see langword="null"/>.</summary>
    public required Func<string, string?> FindFunder { get; init; }

    /// <summary>The regions.</summary>
    public required RegionNames Regions { get; init; }

    /// <summary>The secret to hash numbers under.</summary>
    public required IdentitySecret Secret { get; init; }

    /// <summary>The current day; a sheet of a later day is refused.</summary>
    public required DateOnly Today { get; init; }
}
