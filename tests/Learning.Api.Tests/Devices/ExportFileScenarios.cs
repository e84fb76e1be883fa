using System.Net;
using System.Text.Json.Nodes;
using Learning.Api.Tests.Site;

namespace Learning.Api.Tests.Devices;

/// <summary>The file of unsent scans that a phone exported, brought to the desk.</summary>
public abstract class ExportFileScenarios(ApiSite site) : Scenario(site)
{
    [Fact]
    public async Task The_file_is_taken_scan_by_scan_as_if_the_phone_had_sent_it_and_again_is_harmless()
    {
        var cohort = await Cohort(capacity: 10);
        var (enrolled, stranger) = (await Enrolled(cohort), await Person("Зочин"));
        var (device, phone) = await Phone();
        await Upload(phone, device, Scan($"{cohort}/1", enrolled));
        var offset = (await Trainer.Get($"/api/devices/{device}")).IsOk()["clockOffsetMs"]!.GetValue<long>();
        JsonNode[] scans =
        [
            Scan($"{cohort}/1", enrolled, seq: 2), Scan($"{cohort}/1", stranger, seq: 3), Scan("nothing", stranger, seq: 4),
            .. Enumerable.Range(5, 446).Select(n => Scan($"{cohort}/2", enrolled, seq: n)),
        ];

        var first = (await Send(Trainer, device, scans)).IsOk();
        var again = (await Send(Admin, device, scans)).IsOk();

        Assert.Equal((device, "Утас"), (first.Of("deviceId"), first.Of("name")));
        Assert.Equal(scans.Select(s => Text(s["scanId"])), first["results"]!.AsArray().Select(r => Text(r!["scanId"])));
        Assert.Equal(["stored", "stored", "quarantined"], first["results"]!.AsArray().Take(3).Select(r => Text(r!["status"])));
        Assert.All(again["results"]!.AsArray().Where((_, i) => i != 2), r => Assert.Equal("replayed", Text(r!["status"])));
        Assert.Equal(1, (await Attendance($"{cohort}/2"))["counts"]!["present"]!.GetValue<int>());
        await Site.CatchUp();
        var listed = (await Trainer.Get("/api/devices?limit=200")).IsOk()["items"]!.AsArray().Single(d => Text(d!["deviceId"]) == device)!;
        Assert.Empty(listed["missing"]!.AsArray());
        Assert.Equal(1, listed["quarantined"]!.GetValue<int>());
        // The desk's clock says nothing about the phone's.
        Assert.Equal(offset, listed["clockOffsetMs"]!.GetValue<long>());
    }

    [Fact]
    public async Task A_revoked_phones_file_goes_into_review()
    {
        var cohort = await Cohort();
        var person = await Enrolled(cohort);
        var (device, _) = await Phone();
        (await Trainer.Delete($"/api/devices/{device}")).Is(HttpStatusCode.NoContent);

        var result = (await Send(Admin, device, Scan($"{cohort}/1", person))).IsOk()["results"]![0]!;

        Assert.Equal(("stored", "review"), (Text(result["status"]), Text(result["effect"])));
        Assert.Equal(["device"], Texts(result["reasons"]));
    }

    [Fact]
    public async Task Only_the_phones_owner_and_administrators_bring_it_in()
    {
        var cohort = await Cohort();
        var (device, phone) = await Phone();
        var scan = Scan($"{cohort}/1", await Enrolled(cohort));

        (await Send(Site.OtherTrainer, device, scan)).Is(HttpStatusCode.NotFound);
        (await Send(Site.Manager, device, scan)).Is(HttpStatusCode.Forbidden);
        (await Send(Site.Anyone, device, scan)).Is(HttpStatusCode.Unauthorized);
        (await Send(phone, device, scan)).Is(HttpStatusCode.Unauthorized);
        Assert.Empty((await Attendance($"{cohort}/1"))["scans"]!.AsArray());
    }

    [Fact]
    public async Task A_file_that_is_not_one_says_why_and_changes_nothing()
    {
        var cohort = await Cohort();
        var (device, _) = await Phone();
        var (other, _) = await Phone();
        var good = File(device, Scan($"{cohort}/1", await Enrolled(cohort)));
        string With(string name, JsonNode? value)
        {
            var changed = (JsonObject)good.DeepClone();
            changed[name] = value;
            return changed.ToJsonString();
        }

        async Task<string?> Code(string body) => (await Trainer.Raw(HttpMethod.Post, $"/api/devices/{device}/export-file", body)).Is(HttpStatusCode.BadRequest).Code;
        Assert.Equal("export.unreadable", await Code(good.ToJsonString()[..^40]));
        Assert.Equal("export.unreadable", await Code(""));
        Assert.Equal("export.unreadable", await Code("Өлзий,ирсэн"));
        Assert.Equal("export.unreadable", await Code(With("items", "none")));
        Assert.Equal("export.unreadable", await Code(With("version", "1")));
        Assert.Equal("export.otherKind", await Code("[]"));
        Assert.Equal("export.otherKind", await Code("""{"items":[]}"""));
        Assert.Equal("export.otherKind", await Code(With("kind", "photos")));
        Assert.Equal("export.newer", await Code(With("version", 2)));
        Assert.Equal("export.otherPhone", await Code(With("deviceId", other)));
        var large = await Trainer.Raw(HttpMethod.Post, $"/api/devices/{device}/export-file", With("note", new string('x', 50 * 1024 * 1024)));
        large.Is(HttpStatusCode.RequestEntityTooLarge);
        Assert.Empty((await Attendance($"{cohort}/1"))["scans"]!.AsArray());
        (await Trainer.Raw(HttpMethod.Post, $"/api/devices/{device}/export-file", good.ToJsonString())).IsOk();
    }

    private static JsonObject File(string device, params JsonNode[] items) => new()
    {
        ["kind"] = "learning-unsent", ["version"] = 1, ["deviceId"] = device, ["deviceName"] = "Утас", ["owner"] = "trainer",
        ["exportedAt"] = DateTimeOffset.UtcNow.ToString("O"), ["items"] = new JsonArray([.. items.Select(i => i.DeepClone())]),
    };

    private static Task<Answer> Send(ApiClient who, string device, params JsonNode[] items) =>
        who.Raw(HttpMethod.Post, $"/api/devices/{device}/export-file", File(device, items).ToJsonString());
}

[Collection(OnSqlite.Name)]
public sealed class ExportFileScenariosOnSqlite(SqliteSite site) : ExportFileScenarios(site);

[Collection(OnPostgres.Name)]
public sealed class ExportFileScenariosOnPostgres(PostgresSite site) : ExportFileScenarios(site);
