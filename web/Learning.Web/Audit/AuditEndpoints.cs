using Learning.Web.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Learning.Web.Audit;

/// <summary>Who did and saw what.</summary>
public static class AuditEndpoints
{
    /// <summary>Maps <c>GET /api/audit?actor=&amp;subject=&amp;action=&amp;after=&amp;limit=</c>, for administrators.</summary>
    /// <param name="routes">Where.</param>
    public static void MapAudit(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/audit", Get).RequireAuthorization(Policies.Administrator).WithTags("audit")
            .WithSummary("Who did and saw what, the latest first");

    private static async Task<Ok<AuditPage>> Get(
        AuditReader reader, string? actor, string? subject, string? action, string? after, CancellationToken cancel, int limit = 50) =>
        TypedResults.Ok(await reader.Page(new AuditFilter(actor, subject, action), after, limit, cancel));
}
