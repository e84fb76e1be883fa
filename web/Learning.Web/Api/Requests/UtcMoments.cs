using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Learning.Web.Api.Requests;

/// <summary>Moments as <c>2026-03-08T01:05:00.123Z</c>. One read without an offset is UTC, not the server's own time.</summary>
internal sealed class UtcMoments : JsonConverter<DateTimeOffset>
{
    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String || !reader.TryGetDateTime(out var at)) throw new JsonException();
        return at.Kind == DateTimeKind.Unspecified ? new DateTimeOffset(at, TimeSpan.Zero) : reader.GetDateTimeOffset().ToUniversalTime();
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        // "O" goes on after the thousandths, and is much faster than a format of our own.
        Span<byte> text = stackalloc byte[28];
        value.UtcDateTime.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        text[23] = (byte)'Z';
        writer.WriteStringValue(text[..24]);
    }
}
