using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Learning.Domain.Checkin;

namespace Learning.Grains.Sessions;

/// <summary>
/// Writes a session's scans, of which nearly all were written before: a scan never changes, so its text is kept for as long as the
/// scan is in memory. A session is written whole for each scan that comes, and this makes that a copy instead of a translation.
/// </summary>
internal sealed class ScanListJson : JsonConverter<ImmutableList<RecordedScan>>
{
    // By the options that made the text: there is one for stored states, and tests have others.
    private static readonly ConditionalWeakTable<JsonSerializerOptions, ConditionalWeakTable<RecordedScan, byte[]>> Texts = [];

    /// <inheritdoc/>
    public override ImmutableList<RecordedScan>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<ImmutableList<RecordedScan>>(ref reader, options);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ImmutableList<RecordedScan> value, JsonSerializerOptions options)
    {
        var texts = Texts.GetOrCreateValue(options);
        writer.WriteStartArray();
        foreach (var scan in value)
        {
            if (!texts.TryGetValue(scan, out var text)) texts.AddOrUpdate(scan, text = JsonSerializer.SerializeToUtf8Bytes(scan, options));
            writer.WriteRawValue(text, skipInputValidation: true);
        }

        writer.WriteEndArray();
    }
}
