using Learning.Domain.Imports;
using Learning.Silo.ReadModel;

namespace Learning.Web.Api.Imports;

/// <summary>An import in a list.</summary>
/// <param name="Id">Import id.</param>
/// <param name="FileName">The file's name.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Done">Steps done of the current state.</param>
/// <param name="Total">Steps altogether.</param>
/// <param name="StartedBy">User name.</param>
/// <param name="StartedAt">When uploaded, UTC.</param>
public sealed record ImportListItem(string Id, string FileName, ImportState State, int Done, int Total, string StartedBy, DateTimeOffset StartedAt)
{
    /// <summary>An import as listed.</summary>
    /// <param name="row">Its row.</param>
    public static ImportListItem Of(ImportRow row) => new(row.ImportId, row.FileName, row.State, row.Done, row.Total, row.StartedBy, row.StartedAt);
}
