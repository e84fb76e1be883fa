namespace Learning.Web.Accounts.Security;

/// <summary>
/// Headers that keep a browser from running, framing or sending what isn't ours. One that an endpoint sets itself stays as it is.
/// </summary>
/// <param name="next">The rest of the pipeline.</param>
public sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Policy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; frame-ancestors 'none'; form-action 'self'; base-uri 'self'";

    // The field app is WebAssembly, and draws camera frames from memory.
    private const string FieldAppPolicy =
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' data: blob:; media-src 'self' blob:; worker-src 'self' blob:; "
        + "object-src 'none'; frame-ancestors 'none'; form-action 'self'; base-uri 'self'";

    /// <summary>Adds them as late as possible.</summary>
    /// <param name="context">The request.</param>
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(Add, context);
        return next(context);
    }

    private static Task Add(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers.TryAdd("Content-Security-Policy", context.Request.Path.StartsWithSegments("/checkin") ? FieldAppPolicy : Policy);
        headers.TryAdd("X-Content-Type-Options", "nosniff");
        headers.TryAdd("Referrer-Policy", "same-origin");
        headers.TryAdd("Permissions-Policy", "camera=(self), microphone=(), geolocation=()");
        headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
        // Computers of training centres are shared: after signing out, "back" must show nothing.
        if (context.User.Identity is { IsAuthenticated: true }) headers.TryAdd("Cache-Control", "no-store");
        return Task.CompletedTask;
    }
}
