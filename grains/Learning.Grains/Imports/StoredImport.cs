using Learning.Domain.Imports;

namespace Learning.Grains.Imports;

/// <summary>State <c>import</c>. The file itself is in the database, under the import's id.</summary>
public sealed record StoredImport
{
    /// <summary>The import; <see langword="null"/> before it was started.</summary>
    public Import? Import { get; init; }

    /// <summary>Whether to go on to import once checked.</summary>
    public bool ConfirmAtOnce { get; init; }
}
