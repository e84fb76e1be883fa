using System.Net;
using System.Text.Json.Nodes;

namespace Learning.Api.Tests.Site;

/// <summary>What a call answered.</summary>
public sealed record Answer(HttpStatusCode Status, string Text, HttpResponseMessage Response)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public JsonNode? this[string name] => Json[name];

    public string? Code => Json["code"]?.GetValue<string>();

    /// <summary>The text of a member.</summary>
    public string Of(string name) => Json[name]!.GetValue<string>();

    /// <summary>Fields with errors, in order.</summary>
    public string[] Fields => Json["errors"]?.AsObject().Select(e => e.Key).Order(StringComparer.Ordinal).ToArray() ?? [];

    /// <summary>Says what came when it is not what was expected.</summary>
    public Answer Is(HttpStatusCode status)
    {
        Assert.True(Status == status, $"Expected {(int)status}, got {(int)Status}: {(Text.Length > 2000 ? Text[..2000] : Text)}");
        if ((int)status >= 400) Assert.Equal("application/problem+json", Response.Content.Headers.ContentType?.MediaType);
        return this;
    }

    public Answer IsOk() => Is(HttpStatusCode.OK);

    public Answer IsCreated() => Is(HttpStatusCode.Created);

    /// <summary>A 400 about exactly these fields.</summary>
    public Answer IsInvalid(params string[] fields)
    {
        Is(HttpStatusCode.BadRequest);
        Assert.Equal(fields.Order(StringComparer.Ordinal), Fields);
        return this;
    }
}
