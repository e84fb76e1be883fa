using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Learning.Domain.Checkin;
using Learning.Domain.Sessions;

namespace Learning.Web.Api.Sync;

/// <summary>One item of an upload, read by itself, so that a bad one spoils none of the others.</summary>
/// <param name="Scan">The scan; of a malformed item what could be read.</param>
/// <param name="SessionId">The session's id in its one form; <see langword="null"/> for a malformed item.</param>
/// <param name="Text">The item as sent, where it could not be read as a scan.</param>
internal sealed record ReceivedItem(Scan Scan, string? SessionId, string? Text)
{
    // A walk-in has the longest legitimate items, of about 2,000 characters.
    private const int LongestKept = 4000;

    public string Digest => Text is null ? ScanDigest.Of(Scan) : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)).AsSpan(0, 16));

    public static ReceivedItem Of(JsonElement item, JsonSerializerOptions options)
    {
        Scan? scan;
        try
        {
            scan = item.Deserialize<Scan>(options);
        }
        // The first two are wrong types and words; the third is half a surrogate pair in a text.
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            return Malformed(item);
        }

        if (scan is null || !ScanShape.IsWellFormed(scan)) return Malformed(item);
        _ = Domain.Sessions.SessionId.TryParse(scan.SessionId, out var cohortId, out var number);
        var sessionId = Domain.Sessions.SessionId.Of(cohortId, number);
        return new ReceivedItem(scan with { SessionId = sessionId }, sessionId, null);
    }

    private static ReceivedItem Malformed(JsonElement item)
    {
        var text = item.GetRawText();
        return new ReceivedItem(
            new Scan { ScanId = TextOf(item, "scanId"), SessionId = TextOf(item, "sessionId"), DeviceSeq = NumberOf(item, "deviceSeq") },
            null,
            text.Length <= LongestKept ? text : text[..LongestKept]);
    }

    /// <summary>A text of a JSON object; <see langword="null"/> if it isn't there, is too long to be an id, or is no text.</summary>
    public static string? TextOf(JsonElement item, string name)
    {
        if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String) return null;
        try
        {
            return value.GetString() is { Length: <= 100 } text ? text : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static long NumberOf(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt64(out var number) && number > 0 ? number : 0;
}
