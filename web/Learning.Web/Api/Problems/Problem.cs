using Learning.Domain.Ids;
using Learning.Web.Words;

namespace Learning.Web.Api.Problems;

/// <summary>
/// An answer by RFC 9457 in the caller's language. Its <c>code</c> is a key of words and the same in every language; programs
/// go by it.
/// </summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">A key of words.</param>
/// <param name="Args">What the words name.</param>
public sealed record Problem(int Status, string Code, params object?[] Args) : IResult, IStatusCodeHttpResult
{
    /// <summary>What is wrong with fields, for a 400.</summary>
    public FieldErrors? Errors { get; init; }

    /// <summary>Further members of the answer.</summary>
    public IReadOnlyDictionary<string, object?>? More { get; init; }

    /// <inheritdoc/>
    int? IStatusCodeHttpResult.StatusCode => Status;

    /// <summary>400: fields are wrong.</summary>
    /// <param name="errors">Which, and why.</param>
    public static Problem Invalid(FieldErrors errors) => new(StatusCodes.Status400BadRequest, "problem.invalid") { Errors = errors };

    /// <summary>400: one field is wrong.</summary>
    /// <param name="field">As the request names it.</param>
    /// <param name="key">A key of words.</param>
    /// <param name="args">What the words name.</param>
    public static Problem Invalid(string field, string key, params object?[] args) => Invalid(FieldErrors.Of(field, key, args));

    /// <summary>404: there is no such thing, or it is not the caller's to see; the answer is the same.</summary>
    public static Problem NotFound { get; } = new(StatusCodes.Status404NotFound, "problem.notFound");

    /// <summary>403: not with this role.</summary>
    public static Problem Forbidden { get; } = new(StatusCodes.Status403Forbidden, "problem.forbidden");

    /// <summary>401: not signed in.</summary>
    public static Problem Unauthorized { get; } = new(StatusCodes.Status401Unauthorized, "problem.unauthorized");

    /// <summary>409, or 404 for what there is none of, or 400 for a field: a rule said no.</summary>
    /// <param name="result">Not done.</param>
    public static Problem Refused(OperationResult result) =>
        result.Field is { } field ? Invalid(field, result.Code!)
        : result.Code!.EndsWith(".unknown", StringComparison.Ordinal) ? NotFound
        : new Problem(StatusCodes.Status409Conflict, result.Code);

    /// <summary>Writes the answer.</summary>
    /// <param name="httpContext">The call.</param>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var words = Wording.In(WordsSetup.LanguageOf(httpContext.Request));
        var body = new Dictionary<string, object?>
        {
            ["title"] = words[$"problem.status.{Status}"],
            ["status"] = Status,
            ["detail"] = words[Code, Args],
            ["code"] = Code,
        };
        if (Errors is not null) body["errors"] = Errors.In(words);
        foreach (var (name, value) in More ?? new Dictionary<string, object?>()) body[name] = value;
        httpContext.Response.StatusCode = Status;
        httpContext.Response.Headers.ContentLanguage = words.Language.Code();
        return httpContext.Response.WriteAsJsonAsync(body, options: null, "application/problem+json; charset=utf-8");
    }
}
