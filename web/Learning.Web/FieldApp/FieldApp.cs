namespace Learning.Web.FieldApp;

/// <summary>Serves the trainers' app (Learning.CheckIn) under <c>/checkin/</c>.</summary>
internal static class FieldApp
{
    private const string Root = "/checkin";

    /// <summary>Sends the path without its slash to the one with it: everything the app names is relative to that.</summary>
    /// <param name="app">The pipeline.</param>
    public static IApplicationBuilder UseFieldApp(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // Not an endpoint: one mapped to the path without a slash also matches the path with it, and would send it round for ever.
        if (context.Request.Path != Root) return next(context);
        context.Response.Redirect($"{context.Request.PathBase}{Root}/{context.Request.QueryString}");
        return Task.CompletedTask;
    });

    /// <summary>Whatever the app calls one of its screens, the browser gets the app.</summary>
    /// <param name="routes">Where.</param>
    public static void MapFieldApp(this IEndpointRouteBuilder routes) =>
        routes.MapFallbackToFile(Root + "/{*path:nonfile}", "checkin/index.html").AllowAnonymous();
}
