using System.Net;
using System.Text.Json.Nodes;
using Learning.Api.Tests.Site;

namespace Learning.Api.Tests.Sync;

/// <summary>What can't be taken is quarantined alone, with its reason, and kept.</summary>
public abstract class QuarantineRules(ApiSite site) : Scenario(site)
{
    [Fact]
    public async Task The_same_id_with_another_body_is_quarantined()
    {
        var cohort = await Cohort();
        var (one, other) = (await Enrolled(cohort), await Enrolled(cohort, "Ганболд"));
        var (device, phone) = await Phone();
        var scan = Scan($"{cohort}/1", one);
        await Upload(phone, device, scan);
        scan["traineeId"] = other;

        var result = (await Upload(phone, device, scan))[0]!;

        Assert.Equal("quarantined", Text(result["status"]));
        Assert.Equal(["idReuse"], Texts(result["reasons"]));
        var attendance = await Attendance($"{cohort}/1");
        Assert.NotNull(MarkOf(attendance, one));
        Assert.Null(MarkOf(attendance, other));
        var kept = (await Trainer.Get($"/api/devices/{device}")).IsOk()["quarantine"]!.AsArray();
        Assert.Equal(other, Text(Assert.Single(kept)!["item"]!["traineeId"]));
    }

    [Fact]
    public async Task Bad_items_are_quarantined_alone_and_the_others_are_stored()
    {
        var cohort = await Cohort(capacity: 300);
        var person = await Enrolled(cohort);
        var (device, phone) = await Phone();
        JsonNode?[] bad =
        [
            JsonValue.Create("not an object"), null, JsonValue.Create(7), new JsonArray(), new JsonObject(),
            Changed(Scan($"{cohort}/1", person), "kind", "jump"), Changed(Scan($"{cohort}/1", person), "kind", 1),
            Changed(Scan($"{cohort}/1", person), "deviceSeq", "seven"), Changed(Scan($"{cohort}/1", person), "capturedAt", "yesterday"),
            Changed(Scan($"{cohort}/1", person), "capturedAt", "0001-01-01T00:00:00Z"), Changed(Scan($"{cohort}/1", person), "scanId", new string('x', 65)),
            Changed(Scan($"{cohort}/1", person), "badgeId", "0011223344556677"), Changed(Scan("nonsense", person), "reason", "no session"),
            Changed(Scan($"{cohort}/1", person), "walkIn", JsonValue.Create(1)), Scan($"{cohort}/1"),
        ];
        var good = Enumerable.Range(1, 200 - bad.Length).Select(n => (JsonNode?)Scan($"{cohort}/{n % 2 + 1}", person, seq: n)).ToArray();

        var results = await Upload(phone, device, [.. good[..100], .. bad, .. good[100..]]);

        var statuses = results.Select(r => Text(r!["status"])).ToArray();
        Assert.All(statuses[..100], s => Assert.Equal("stored", s));
        Assert.All(statuses[100..(100 + bad.Length)], s => Assert.Equal("quarantined", s));
        Assert.All(results.Skip(100).Take(bad.Length), r => Assert.Equal(["malformed"], Texts(r!["reasons"])));
        Assert.All(statuses[(100 + bad.Length)..], s => Assert.Equal("stored", s));
        var kept = (await Trainer.Get($"/api/devices/{device}")).IsOk()["quarantine"]!.AsArray();
        Assert.Equal(bad.Length, kept.Count);
        Assert.Contains(kept, k => k!["text"]?.GetValue<string>() == "\"not an object\"");
    }

    [Fact]
    public async Task A_text_with_half_a_character_is_quarantined_alone()
    {
        var cohort = await Cohort();
        var person = await Enrolled(cohort);
        var (device, phone) = await Phone();
        var bad = Scan($"{cohort}/1", person).ToJsonString().Replace("\"b1\"", "\"\\ud800\"", StringComparison.Ordinal);
        var body = $$"""{"deviceId":"{{device}}","items":[{{bad}},{{Scan($"{cohort}/1", person, seq: 2).ToJsonString()}}]}""";

        var results = (await phone.Raw(HttpMethod.Post, "/api/sync/scans", body)).IsOk()["results"]!.AsArray();

        Assert.Equal(["quarantined", "stored"], results.Select(r => Text(r!["status"])));
    }

    [Fact]
    public async Task Unknown_sessions_badges_and_people_are_quarantined_with_the_reason()
    {
        var cohort = await Cohort();
        var person = await Enrolled(cohort);
        var nowhere = $"{Learning.Domain.Ids.LearningId.From("test", cohort)}/1";
        var nobody = Learning.Domain.Ids.LearningId.From("test", person);
        var (device, phone) = await Phone();

        var results = await Upload(
            phone, device, Scan(nowhere, person), Scan($"{cohort}/9", person, seq: 2), Scan($"{cohort}/1", nobody, seq: 3), Scan($"{cohort}/1", badgeId: "00112233445566ff", seq: 4),
            Scan($"{cohort}/1", person, seq: 5));

        Assert.Equal(["quarantined", "quarantined", "quarantined", "quarantined", "stored"], results.Select(r => Text(r!["status"])));
        Assert.Equal(["unknownSession", "unknownSession", "unknownPerson", "unknownPerson"], results.Take(4).Select(r => Texts(r!["reasons"])[0]));
    }

    [Fact]
    public async Task A_session_of_somebody_else_is_quarantined_but_not_for_an_administrator()
    {
        var cohort = await Cohort(trainer: "trainer2");
        var person = await Enrolled(cohort);
        var (device, phone) = await Phone();
        var (adminDevice, adminPhone) = await Phone(Admin);

        var refused = (await Upload(phone, device, Scan($"{cohort}/1", person)))[0]!;
        var taken = (await Upload(adminPhone, adminDevice, Scan($"{cohort}/1", person)))[0]!;

        Assert.Equal(("quarantined", "notYours"), (Text(refused["status"]), Texts(refused["reasons"])[0]));
        Assert.Equal("counted", Text(taken["effect"]));
    }

    [Fact]
    public async Task More_than_two_hundred_items_are_too_many_and_none_is_stored()
    {
        var cohort = await Cohort();
        var person = await Enrolled(cohort);
        var (device, phone) = await Phone();
        var items = new JsonArray([.. Enumerable.Range(1, 201).Select(n => Scan($"{cohort}/1", person, seq: n))]);

        var answer = await phone.Raw(HttpMethod.Post, "/api/sync/scans", new JsonObject { ["deviceId"] = device, ["items"] = items }.ToJsonString());

        answer.Is(HttpStatusCode.RequestEntityTooLarge);
        Assert.Empty((await Attendance($"{cohort}/1"))["scans"]!.AsArray());
    }

    [Fact]
    public async Task A_desk_uploads_without_a_phone_and_what_it_sent_wrong_is_kept()
    {
        var cohort = await Cohort();
        var person = await Enrolled(cohort);

        var results = await Upload(Trainer, "desk", Scan($"{cohort}/1", person, seq: 0), new JsonObject { ["oops"] = true });

        Assert.Equal(["stored", "quarantined"], results.Select(r => Text(r!["status"])));
        Assert.Equal("desk", Text(MarkOf(await Attendance($"{cohort}/1"), person)!["device"]));
        await Site.CatchUp();
        var desk = (await Trainer.Get("/api/devices?limit=200")).IsOk()["items"]!.AsArray().Single(d => Text(d!["name"]) == "desk")!;
        Assert.True(desk["quarantined"]!.GetValue<int>() >= 1);
    }

    private static JsonObject Changed(JsonObject scan, string field, JsonNode? value)
    {
        scan[field] = value;
        return scan;
    }
}

[Collection(OnSqlite.Name)]
public sealed class QuarantineRulesOnSqlite(SqliteSite site) : QuarantineRules(site);

[Collection(OnPostgres.Name)]
public sealed class QuarantineRulesOnPostgres(PostgresSite site) : QuarantineRules(site);
