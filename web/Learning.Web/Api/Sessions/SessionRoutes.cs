using Learning.Web.Accounts;
using Microsoft.OpenApi;

namespace Learning.Web.Api.Sessions;

/// <summary>Maps a call of a session under both ways of writing its id.</summary>
internal static class SessionRoutes
{
    /// <summary>The described one has the id as one segment; the other takes the id with its slash.</summary>
    public static void MapSession(this IEndpointRouteBuilder api, string method, string call, Delegate handler, Action<RouteHandlerBuilder> describe)
    {
        var described = api.MapMethods($"/sessions/{{id}}/{call}", [method], handler).RequireAuthorization(Policies.Staff);
        describe(described);
        described.ProducesProblem(StatusCodes.Status404NotFound).AddOpenApiOperationTransformer((operation, _, _) =>
        {
            (operation.Parameters ??= []).Insert(0, new OpenApiParameter
            {
                Name = "id", In = ParameterLocation.Path, Required = true, Description = "Session id, written cohort~number.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
            return Task.CompletedTask;
        });
        api.MapMethods($"/sessions/{{cohortId}}/{{number}}/{call}", [method], handler).RequireAuthorization(Policies.Staff).ExcludeFromDescription();
    }
}
