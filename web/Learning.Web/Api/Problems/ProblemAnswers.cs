using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;

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
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            await Of(e, http).ExecuteAsync(http);
            return;
        }

        if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null } && Of(http.Response.StatusCode) is { } problem)
            await problem.ExecuteAsync(http);
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
            case BadHttpRequestException { StatusCode: 413 }:
                return TooLarge(http);
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

    private static Problem TooLarge(HttpContext http) => http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize is { } most
        ? new Problem(413, "problem.tooLarge.than", Math.Round(most / 1024m / 1024m, 1))
        : new Problem(413, "problem.tooLarge");

    [LoggerMessage(LogLevel.Warning, "A call of {Path} timed out ({Error}).")]
    private partial void LogTimeout(string path, string error);

    [LoggerMessage(LogLevel.Error, "A {Method} of the API failed; its caller was told {TraceId}.")]
    private partial void LogFault(Exception exception, string method, string traceId);
}
