using Learning.Domain.Sessions;

namespace Learning.Web.Api.Sessions;

/// <summary>
/// The session that a path names: <c>cohort~number</c> as one segment, or <c>cohort/number</c> as two or with the slash escaped.
/// </summary>
/// <param name="Id">Session id in its one form; empty if the path names none.</param>
/// <param name="CohortId">Cohort id.</param>
internal sealed record SessionPath(string Id, string CohortId)
{
    public static ValueTask<SessionPath> BindAsync(HttpContext http)
    {
        var values = http.Request.RouteValues;
        var text = values["number"] is { } number ? $"{values["cohortId"]}/{number}" : values["id"]?.ToString();
        return ValueTask.FromResult(SessionId.TryParse(text?.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase), out var cohortId, out var n)
            ? new SessionPath(SessionId.Of(cohortId, n), cohortId)
            : new SessionPath("", ""));
    }
}
