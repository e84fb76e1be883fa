using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Orleans.Storage;

namespace Learning.Silo.Storage;

/// <summary>Grain states as UTF-8 JSON, by System.Text.Json. The provider stores the bytes as they are.</summary>
/// <param name="options">Must know every state type; see <see cref="Options"/>.</param>
public sealed class StateJson(JsonSerializerOptions options) : IGrainStorageSerializer
{
    /// <summary>The options in which states are stored: camel case, Cyrillic as it is written, enums by name.</summary>
    /// <param name="types">The source-generated contexts of all states.</param>
    public static JsonSerializerOptions Options(params IJsonTypeInfoResolver[] types)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.General)
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            // It never stands inside HTML, and 'Ө' escaped would be three times as long and unreadable in SQL.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = JsonTypeInfoResolver.Combine(types),
            // Only nulls are left out: a written zero must not come back as a default that is not zero.
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            // What is computed is not stored.
            IgnoreReadOnlyProperties = true,
            // Names survive a reordered enum; numbers don't.
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        };
        options.MakeReadOnly();
        return options;
    }

    /// <inheritdoc/>
    public BinaryData Serialize<T>(T? input) => new(JsonSerializer.SerializeToUtf8Bytes(input, (JsonTypeInfo<T?>)options.GetTypeInfo(typeof(T))));

    /// <inheritdoc/>
    public T? Deserialize<T>(BinaryData input) => JsonSerializer.Deserialize(input.ToMemory().Span, (JsonTypeInfo<T?>)options.GetTypeInfo(typeof(T)));
}
