using Learning.Domain.Imports;

namespace Learning.Web.Pages.Imports;

/// <summary>What the pages ask of an import.</summary>
public static class ImportStanding
{
    /// <summary>Whether it works in the background just now.</summary>
    /// <param name="import">The import.</param>
    public static bool IsBusy(this Import import) => import.State is ImportState.Checking or ImportState.Importing or ImportState.Undoing;

    /// <summary>Whether all that the file holds had been imported before, so that nothing is new.</summary>
    /// <param name="import">The import.</param>
    public static bool BringsNothing(this Import import) => import.Summary.Cohorts > 0 && import.Summary.AlreadyImported == import.Summary.Cohorts;

    /// <summary>The step that waits for somebody: 1 upload, 2 columns, 3 check, 4 confirm; 5 when all is done.</summary>
    /// <param name="import">The import.</param>
    public static int Step(this Import import) => import.State switch
    {
        ImportState.Failed when import.Headers.Length == 0 => 1,
        ImportState.Failed => 2,
        ImportState.Checking => 3,
        ImportState.Done or ImportState.Undoing or ImportState.Undone => 5,
        _ => 4,
    };
}
