using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Learning.Grains.State;

/// <summary>
/// How every state is written and read. Golden tests hold one stored example of each, so that an upgrade can read yesterday's
/// data.
/// </summary>
/// <remarks>
/// Not source-generated: a compiled contract sets every init-only property, and so a text older than a property reads as null
/// or a list that is not there instead of the property's initial value (dotnet/runtime#84484). Contracts made at run time keep
/// it, and were as fast on a session of 300 scans.
/// </remarks>
public static class GrainStateJson
{
    /// <summary>The contracts of all states.</summary>
    public static IJsonTypeInfoResolver Default { get; } = new DefaultJsonTypeInfoResolver();

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        TypeInfoResolver = Default,
    };

    /// <summary>For reading stored states of one type.</summary>
    /// <typeparam name="T">The state.</typeparam>
    public static JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));
}
