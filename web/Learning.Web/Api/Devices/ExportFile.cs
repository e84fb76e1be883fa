using System.Text.Json;
using Learning.Web.Api.Problems;

namespace Learning.Web.Api.Devices;

/// <summary>
/// What a phone saves when it can't send: <c>{kind: "learning-unsent", version: 1, deviceId, deviceName, owner, exportedAt,
/// items: [scan…]}</c>, brought to a desk on whatever carries a file.
/// </summary>
/// <param name="DeviceId">The phone.</param>
/// <param name="Items">Its scans as it would have sent them.</param>
internal sealed record ExportFile(string DeviceId, IReadOnlyList<JsonElement> Items)
{
    /// <summary>Greatest size: some 30,000 scans.</summary>
    public const int Bytes = Megabytes * 1024 * 1024;

    /// <summary>The same in megabytes.</summary>
    public const int Megabytes = 20;

    private const string Kind = "learning-unsent";
    private const int Version = 1;

    /// <summary>Reads it; what it holds is judged scan by scan later.</summary>
    /// <param name="root">The whole file as JSON.</param>
    public static (ExportFile? File, Problem? Refusal) Of(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("kind", out var kind) || kind.ValueKind != JsonValueKind.String || !kind.ValueEquals(Kind))
            return (null, Refused("export.otherKind"));
        if (!root.TryGetProperty("version", out var version) || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number < Version)
            return (null, Refused("export.unreadable"));
        if (number > Version) return (null, Refused("export.newer"));
        if (Sync.ReceivedItem.TextOf(root, "deviceId") is not { } deviceId || !root.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array)
            return (null, Refused("export.unreadable"));
        return (new ExportFile(deviceId, [.. items.EnumerateArray()]), null);
    }

    /// <summary>What is said of a file that breaks off or was never JSON.</summary>
    public static Problem Unreadable => Refused("export.unreadable");

    private static Problem Refused(string code) => new(StatusCodes.Status400BadRequest, code);
}
