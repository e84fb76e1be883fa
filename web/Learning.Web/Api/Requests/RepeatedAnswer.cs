using Learning.Domain.Requests;

namespace Learning.Web.Api.Requests;

/// <summary>The first answer to a call, given again byte for byte.</summary>
/// <param name="Answer">The first answer.</param>
internal sealed record RepeatedAnswer(KeptAnswer Answer) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Answer.Status;
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        if (Answer.Location is not null) httpContext.Response.Headers.Location = Answer.Location;
        httpContext.Response.Headers["Idempotency-Replayed"] = "true";
        return httpContext.Response.WriteAsync(Answer.Json);
    }
}
