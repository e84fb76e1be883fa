using Learning.Silo.ReadModel;

namespace Learning.Web.Pages.Review;

/// <summary>What of the queue stands together on the page: a session's scans, or a day's items that no session could take.</summary>
/// <param name="Title">Heading.</param>
/// <param name="Place">Where, in words.</param>
/// <param name="Href">The session's page.</param>
/// <param name="Zone">For times of day.</param>
/// <param name="Rows">In order.</param>
internal sealed record ReviewGroup(string Title, string? Place, string? Href, TimeZoneInfo Zone, IReadOnlyList<ReviewRow> Rows);
