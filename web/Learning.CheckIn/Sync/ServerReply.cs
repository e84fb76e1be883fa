using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Learning.CheckIn.Sync;

/// <summary>What came back from a call.</summary>
/// <param name="Status">HTTP status; 0 if nothing came, or a redirect, which our server never answers with.</param>
/// <param name="Type">Content type.</param>
/// <param name="Body">The body as text.</param>
/// <param name="Error"><c>offline</c>, <c>timeout</c> or <c>redirect</c>, when the status is 0.</param>
public sealed record ServerReply(int Status, string? Type, string? Body, string? Error)
{
    /// <summary>Whether the time limit passed first.</summary>
    public bool IsLate => Error == "timeout";

    /// <summary>The body, if it is JSON of that shape; a captive portal's page is not.</summary>
    /// <typeparam name="T">The shape.</typeparam>
    /// <param name="type">The shape.</param>
    public T? Read<T>(JsonTypeInfo<T> type) where T : class
    {
        if (Body is null || Type?.Contains("json", StringComparison.OrdinalIgnoreCase) != true) return null;
        try
        {
            return JsonSerializer.Deserialize(Body, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
