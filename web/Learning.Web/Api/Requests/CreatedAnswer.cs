namespace Learning.Web.Api.Requests;

/// <summary>Something was created.</summary>
/// <param name="Value">The body.</param>
/// <param name="Location">Where it is, if it has an address.</param>
/// <param name="Status">201, or 202 for what goes on in the background.</param>
/// <param name="IsSecret">Whether the body holds a secret and must not be kept: a repeat makes it anew.</param>
public sealed record CreatedAnswer(object Value, string? Location, int Status = StatusCodes.Status201Created, bool IsSecret = false) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Status;
        if (Location is not null) httpContext.Response.Headers.Location = Location;
        return httpContext.Response.WriteAsJsonAsync(Value, Value.GetType());
    }
}
