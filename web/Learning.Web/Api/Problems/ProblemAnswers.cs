using System.Text.Json;

namespace Learning.Web.Api.Problems;

/// <summary>
/// Turns everything that ends a call of the API badly into a <see cref="Problem"/>: bodies that can't be read, refusals of
/// other middleware without a body, and faults, of which the caller learns only a number to quote.
/// </summary>
/// <param name="next">The rest of the pipeline.</param>
/// <param name="logger">Hears of faults.</param>
internal sealed partial class ProblemAnswers(RequestDelegate next, ILogger<ProblemAnswers> logger)
{
    /// <summary>Handles a call.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        var limit = Limit(http);
        Problem? problem = null;
        try
        {
            await next(http);
            if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null }) problem = Of(http.Response.StatusCode);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            problem = Of(e, http);
        }

        if (limit is { Body.IsExceeded: true } && !http.Response.HasStarted)
        {
            await limit.Value.Body.Ignore(http.RequestAborted);
            problem = new Problem(413, "problem.tooLarge.than", limit.Value.Bytes / 1024 / 1024);
        }

        if (problem is not null) await problem.ExecuteAsync(http);
    }

    private static (LimitedBody Body, long Bytes)? Limit(HttpContext http)
    {
        var limit = http.GetEndpoint()?.Metadata.GetMetadata<BodyLimit>() ?? new BodyLimit(BodyLimit.Usual);
        if (limit.Bytes is not { } bytes) return null;
        var body = new LimitedBody(http.Request.Body, bytes, http.Request.ContentLength);
        http.Request.Body = body;
        return (body, bytes);
    }

    /// <summary>The problem of a status that came without a body.</summary>
    public static Problem? Of(int status) => status switch
    {
        400 => new Problem(400, "problem.body.unreadable"),
        401 => Problem.Unauthorized,
        403 => Problem.Forbidden,
        404 => Problem.NotFound,
        405 => new Problem(405, "problem.method"),
        413 => new Problem(413, "problem.tooLarge"),
        415 => new Problem(415, "problem.mediaType"),
        429 => new Problem(429, "problem.tooMany"),
        _ => null,
    };

    private Problem Of(Exception e, HttpContext http)
    {
        switch (e)
        {
            case BadHttpRequestException { StatusCode: 400, InnerException: JsonException json }:
                return UnreadableJson.Problem(json);
            case BadHttpRequestException bad:
                return Of(bad.StatusCode) ?? Of(400)!;
            case TimeoutException:
                // What became of it is unknown; calls are safe to repeat.
                LogTimeout(http.Request.Path, e.GetType().Name);
                return new Problem(503, "problem.busy");
            default:
                LogFault(e, http.Request.Method, http.TraceIdentifier);
                return new Problem(500, "problem.fault", http.TraceIdentifier) { More = new Dictionary<string, object?> { ["traceId"] = http.TraceIdentifier } };
        }
    }

    [LoggerMessage(LogLevel.Warning, "A call of {Path} timed out ({Error}).")]
    private partial void LogTimeout(string path, string error);

    [LoggerMessage(LogLevel.Error, "A {Method} of the API failed; its caller was told {TraceId}.")]
    private partial void LogFault(Exception exception, string method, string traceId);
}
