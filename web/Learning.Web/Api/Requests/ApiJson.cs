using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Learning.Web.Api.Requests;

/// <summary>How the API reads and writes JSON.</summary>
public static class ApiJson
{
    /// <summary>Camel case, enums by their words only, numbers as numbers only, moments in UTC, Cyrillic as it is written.</summary>
    /// <param name="options">Options to set.</param>
    public static void Set(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.NumberHandling = JsonNumberHandling.Strict;
        // The answers are application/json, never part of a page.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new ConsentWords());
        options.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
        options.Converters.Add(new UtcMoments());
    }
}
