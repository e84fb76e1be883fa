using System.Security.Cryptography;
using System.Text.Json;
using Learning.Contracts.Requests;
using Learning.Domain.Ids;
using Learning.Domain.Requests;
using Learning.Grains.Secrets;
using Learning.Web.Accounts;
using Learning.Web.Api.Problems;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Learning.Web.Api.Requests;

/// <summary>
/// Creating calls that are safe to repeat: the <c>Idempotency-Key</c> header and the caller together name what is made, so a
/// repeat makes the same thing and gets the first answer; another body under the same key is refused.
/// </summary>
public sealed class OnceOnly(IGrainFactory grains, TimeProvider clock, LearningSecret secret, IOptions<JsonOptions> json)
{
    /// <summary>The header.</summary>
    public const string Header = "Idempotency-Key";

    private const int LongestKey = 200;

    // A body may hold a register number, which a plain digest would give away to whoever tries them all.
    private readonly byte[] digestKey = secret.For("request-digest");

    /// <summary>Makes something, once.</summary>
    /// <param name="http">The call.</param>
    /// <param name="kind">What is made; keeps the ids of different things apart.</param>
    /// <param name="body">What was asked.</param>
    /// <param name="make">Makes it under the id given; must be safe to repeat.</param>
    public async Task<IResult> Run(HttpContext http, string kind, object body, Func<string, Task<IResult>> make)
    {
        var key = http.Request.Headers[Header].ToString();
        if (key.Length == 0) return await make(LearningId.New(clock));
        if (key.Length > LongestKey) return Problem.Invalid(Header, "problem.tooLong", LongestKey);

        var id = LearningId.From(kind, Caller.Of(http.User).Actor, key);
        var request = grains.GetGrain<IRequestGrain>(LearningId.From("request", id));
        var standing = await request.Begin(DigestOf(http, body));
        if (!standing.IsSame) return new Problem(StatusCodes.Status409Conflict, "problem.keyReused");
        if (standing.Answer is { } answer) return new RepeatedAnswer(answer);

        var result = await make(id);
        if (result is CreatedAnswer { IsSecret: false } made)
            await request.Keep(new KeptAnswer(made.Status, JsonSerializer.Serialize(made.Value, made.Value.GetType(), json.Value.SerializerOptions), made.Location));
        return result;
    }

    private string DigestOf(HttpContext http, object body) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(digestKey, JsonSerializer.SerializeToUtf8Bytes(
            new { path = http.Request.Path.Value, query = http.Request.QueryString.Value, body }, json.Value.SerializerOptions)));
}
