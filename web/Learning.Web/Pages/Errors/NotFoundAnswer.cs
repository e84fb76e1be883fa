namespace Learning.Web.Pages.Errors;

/// <summary>Pages that say in their own words that something isn't there.</summary>
public static class NotFoundAnswer
{
    /// <summary>
    /// Answers 404 and keeps what the page says. A component that sets the status itself is thrown away by .NET 10 for the
    /// general error page to take its place, so it is set when the answer starts.
    /// </summary>
    /// <param name="context">The request.</param>
    public static void AnswerNotFound(this HttpContext context) => context.Response.OnStarting(() =>
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });
}
