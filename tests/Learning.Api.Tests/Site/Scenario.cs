using System.Text.Json.Nodes;
using Learning.Domain.Sessions;

namespace Learning.Api.Tests.Site;

/// <summary>Short ways to what most scenarios begin with.</summary>
public abstract class Scenario(ApiSite site)
{
    private static int people;

    protected ApiSite Site => site;

    protected ApiClient Admin => site.Admin;

    protected ApiClient Trainer => site.Trainer;

    /// <summary>A body for a cohort of two days that begins today, of the trainer <c>trainer</c>.</summary>
    protected object Plan(int capacity = 20, int days = 2, string trainer = "trainer", string course = "BIZ-101") => new
    {
        courseCode = course, regionCode = "MN6416", venue = "Соёлын төв", startDate = site.Today.ToString("O"), days, capacity, trainers = new[] { trainer },
    };

    /// <summary>Plans a cohort and gives its id.</summary>
    protected async Task<string> Cohort(int capacity = 20, int days = 2, string trainer = "trainer", string course = "BIZ-101") =>
        (await Admin.Post("/api/cohorts", Plan(capacity, days, trainer, course))).IsCreated().Of("id");

    /// <summary>Registers somebody new and gives their id.</summary>
    protected async Task<string> Person(string givenName = "Өнөрцэцэг", string patronymic = "Бат", object? consents = null) =>
        (await Admin.Post("/api/trainees", new
        {
            givenName, patronymic, sex = "female", birthYear = 1988, phone = NewPhone(), homeRegion = "MN6416", consents = consents ?? new[] { "training", "certificate" },
        })).IsCreated().Of("id");

    /// <summary>A phone number that nobody has yet.</summary>
    protected static string NewPhone() => (88000000 + Interlocked.Increment(ref people)).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Registers and enrols somebody.</summary>
    protected async Task<string> Enrolled(string cohort, string givenName = "Өнөрцэцэг")
    {
        var person = await Person(givenName);
        (await Admin.Post($"/api/cohorts/{cohort}/enrolments", new { traineeIds = new[] { person } })).IsOk();
        return person;
    }

    /// <summary>Issues a badge.</summary>
    protected async Task<Answer> Badge(string person) => (await Admin.Post($"/api/trainees/{person}/badge")).IsCreated();

    /// <summary>Enrols a phone of that trainer, and gives its id and a client that shows its grant.</summary>
    protected async Task<(string Id, ApiClient Phone)> Phone(ApiClient? owner = null)
    {
        var answer = (await (owner ?? Trainer).Post("/api/devices", new { name = "Утас" })).IsCreated();
        var id = answer.Of("deviceId");
        return (id, site.With($"{id}.{answer.Of("syncGrant")}"));
    }

    /// <summary>A scan as a phone sends it.</summary>
    protected static JsonObject Scan(string session, string? traineeId = null, string? badgeId = null, long seq = 1, DateTimeOffset? at = null) => new()
    {
        ["scanId"] = Guid.CreateVersion7().ToString(),
        ["deviceSeq"] = seq,
        ["sessionId"] = session,
        ["kind"] = "in",
        ["method"] = badgeId is null ? "roster" : "qr",
        ["traineeId"] = traineeId,
        ["badgeId"] = badgeId,
        ["operator"] = "trainer",
        ["capturedAt"] = (at ?? DateTimeOffset.UtcNow).ToString("O"),
        ["monotonicMs"] = 1,
        ["bootId"] = "b1",
        ["appVersion"] = "1",
    };

    /// <summary>Uploads scans and gives the results.</summary>
    protected static async Task<JsonArray> Upload(ApiClient client, string device, params JsonNode?[] items) => await UploadAt(client, device, DateTimeOffset.UtcNow, items);

    protected static async Task<JsonArray> UploadAt(ApiClient client, string device, DateTimeOffset deviceNow, params JsonNode?[] items)
    {
        var body = new JsonObject
        {
            ["deviceId"] = device, ["deviceNow"] = deviceNow.ToString("O"), ["items"] = new JsonArray([.. items.Select(i => i?.DeepClone())]),
        };
        var results = (await client.Raw(HttpMethod.Post, "/api/sync/scans", body.ToJsonString())).IsOk()["results"]!.AsArray();
        Assert.Equal(items.Length, results.Count);
        return results;
    }

    /// <summary>A session's attendance as its trainer's administrator sees it.</summary>
    protected async Task<JsonNode> Attendance(string session) => (await Admin.Get($"/api/sessions/{SessionId.ForUrl(session)}/attendance")).IsOk().Json;

    /// <summary>Somebody's mark there, or null.</summary>
    protected static JsonNode? MarkOf(JsonNode attendance, string person) => attendance["marks"]!.AsArray().FirstOrDefault(m => m!["traineeId"]!.GetValue<string>() == person);

    protected static string Text(JsonNode? node) => node!.GetValue<string>();

    protected static string[] Texts(JsonNode? node) => [.. node?.AsArray().Select(n => n!.GetValue<string>()) ?? []];
}
