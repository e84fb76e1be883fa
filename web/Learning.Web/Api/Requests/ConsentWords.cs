using System.Text.Json;
using System.Text.Json.Serialization;
using Learning.Domain.Trainees;

namespace Learning.Web.Api.Requests;

/// <summary>Consents as a list of words: <c>["training", "certificate"]</c>. A single word is read, too.</summary>
internal sealed class ConsentWords : JsonConverter<Consent>
{
    private static readonly (Consent Value, string Word)[] Words =
    [
        (Consent.Training, "training"), (Consent.Certificate, "certificate"), (Consent.DonorExport, "donorExport"), (Consent.Photo, "photo"),
    ];

    /// <inheritdoc/>
    public override Consent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return One(reader.GetString());
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException();
        var all = Consent.None;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            all |= reader.TokenType == JsonTokenType.String ? One(reader.GetString()) : throw new JsonException();
        return all;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Consent value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var (flag, word) in Words)
            if (value.HasFlag(flag))
                writer.WriteStringValue(word);
        writer.WriteEndArray();
    }

    private static Consent One(string? word)
    {
        foreach (var (value, known) in Words)
            if (known == word)
                return value;
        return word == "none" ? Consent.None : throw new JsonException();
    }
}
