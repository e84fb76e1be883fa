using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Learning.Browser.Tests.FieldModules;

/// <summary>What the field app does with its disk.</summary>
internal static class Store
{
    public const string Device = "D-1";

    public const string Session = "S-1";

    public static Task Enrol(this IPage page, string device = Device) => page.Call("store.enrol",
        JsonSerializer.Serialize(new { deviceId = device, grant = "g", expiresAt = "2027-01-01T00:00:00Z", owner = "trainer", name = "Утас", nextSeq = 1 }));

    /// <summary>Adds a scan.</summary>
    /// <returns>Its number.</returns>
    public static Task<int> Append(this IPage page, string scanId, string? person = "P-1", string at = "2026-03-08T01:00:00Z", string? target = null, string session = Session) =>
        page.Call<int>("store.append", Scan(scanId, person, at, target, session));

    /// <summary>What <c>append</c> is given.</summary>
    public static string Scan(string scanId, string? person = "P-1", string at = "2026-03-08T01:00:00Z", string? target = null, string session = Session) =>
        JsonSerializer.Serialize(new
        {
            sessionId = session, person, at, undo = target is not null,
            item = new { scanId, sessionId = session, kind = target is null ? "in" : "void", targetScanId = target, capturedAt = at },
        });

    public static Task Answer(this IPage page, string status, params string[] scanIds) => page.Call("store.acknowledge",
        JsonSerializer.Serialize(scanIds.Select(scanId => new { scanId, answer = new { scanId, status }, at = "2026-03-09T00:00:00Z" })));

    /// <summary>Expects that these scans wait, by number, in this order.</summary>
    public static async Task ExpectWaiting(this IPage page, params int[] numbers) =>
        Assert.Equal(numbers, (await page.Ask("store.waiting", 500))!.AsArray().Select(row => row!["deviceSeq"]!.GetValue<int>()));

    /// <summary>The scan that a person's mark rests on; <see langword="null"/> without mark.</summary>
    public static async Task<string?> MarkOf(this IPage page, string person = "P-1") =>
        (await page.Ask("store.marksOf", Session))!.AsArray().SingleOrDefault(mark => mark!["person"]!.GetValue<string>() == person)?["scanId"]!.GetValue<string>();

    public static async Task<JsonNode> Fact(this IPage page, string name) => (await page.Ask("store.fact", name))!;
}
