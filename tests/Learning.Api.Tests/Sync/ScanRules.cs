using System.Net;
using System.Text.Json.Nodes;
using Learning.Api.Tests.Site;
using Learning.Contracts.Devices;
using Learning.Web.Api.Devices;

namespace Learning.Api.Tests.Sync;

/// <summary>The server rules of checkin-protocol.md, line by line.</summary>
public abstract class ScanRules(ApiSite site) : Scenario(site)
{
    [Fact]
    public async Task The_same_scan_again_is_replayed_and_counts_once()
    {
        var cohort = await Cohort();
        var person = await Enrolled(cohort);
        var (device, phone) = await Phone();
        var scan = Scan($"{cohort}/1", person);

        var first = (await Upload(phone, device, scan))[0]!;
        var again = (await Upload(phone, device, scan))[0]!;

        Assert.Equal(("stored", "counted"), (Text(first["status"]), Text(first["effect"])));
        Assert.Equal(("replayed", "counted"), (Text(again["status"]), Text(again["effect"])));
        Assert.Equal(Text(scan["scanId"]), Text(again["scanId"]));
        Assert.Single((await Attendance($"{cohort}/1"))["scans"]!.AsArray());
    }

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
    public async Task The_same_person_on_two_phones_counts_once_at_the_earlier_time()
    {
        var cohort = await Cohort();
        var person = await Enrolled(cohort);
        var (a, phoneA) = await Phone();
        var (b, phoneB) = await Phone();
        var early = DateTimeOffset.UtcNow.AddMinutes(-30);

        var late = (await Upload(phoneA, a, Scan($"{cohort}/1", person, at: early.AddMinutes(20))))[0]!;
        var earlier = (await Upload(phoneB, b, Scan($"{cohort}/1", person, at: early)))[0]!;
        var third = (await Upload(phoneA, a, Scan($"{cohort}/1", person, at: early.AddMinutes(25), seq: 2)))[0]!;

        Assert.Equal("counted", Text(late["effect"]));
        Assert.Equal("counted", Text(earlier["effect"]));
        Assert.Equal("alreadyCounted", Text(third["effect"]));
        Assert.Equal(b, Text(third["first"]!["device"]));
        Assert.Equal(early, third["first"]!["at"]!.GetValue<DateTimeOffset>(), TimeSpan.FromSeconds(2));
        var attendance = await Attendance($"{cohort}/1");
        Assert.Equal(3, attendance["scans"]!.AsArray().Count);
        Assert.Equal(1, attendance["counts"]!["present"]!.GetValue<int>());
        Assert.Equal(early, MarkOf(attendance, person)!["at"]!.GetValue<DateTimeOffset>(), TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_valid_badge_that_is_not_on_the_roster_is_a_walk_in_and_counts()
    {
        var cohort = await Cohort(capacity: 1);
        await Enrolled(cohort);
        var stranger = await Person("Түвшин");
        var badge = (await Badge(stranger)).Of("badgeId");
        var (device, phone) = await Phone();

        var result = (await Upload(phone, device, Scan($"{cohort}/1", badgeId: badge)))[0]!;

        Assert.Equal(("stored", "counted"), (Text(result["status"]), Text(result["effect"])));
        Assert.Contains("walkIn", Texts(result["reasons"]));
        var roster = (await Admin.Get($"/api/cohorts/{cohort}/enrolments")).IsOk()["items"]!.AsArray();
        var walkIn = roster.Single(e => Text(e!["traineeId"]) == stranger)!;
        Assert.Equal(("enrolled", "walkIn"), (Text(walkIn["state"]), Text(walkIn["method"])));
    }

    [Fact]
    public async Task A_walk_in_described_in_three_fields_becomes_one_person_however_often_sent()
    {
        var cohort = await Cohort();
        var (device, phone) = await Phone();
        var scan = Scan($"{cohort}/1");
        scan["kind"] = "walkIn";
        scan["method"] = "search";
        scan["walkIn"] = new JsonObject { ["givenName"] = "Өлзийбаяр", ["patronymic"] = "Д", ["phone"] = NewPhone() };

        var first = (await Upload(phone, device, scan))[0]!;
        var again = (await Upload(phone, device, scan))[0]!;

        Assert.Equal("counted", Text(first["effect"]));
        Assert.Equal(Text(first["traineeId"]), Text(again["traineeId"]));
        var mark = Assert.Single((await Attendance($"{cohort}/1"))["marks"]!.AsArray())!;
        Assert.Equal("Д. Өлзийбаяр", Text(mark["name"]));
    }

    [Fact]
    public async Task A_badge_revoked_before_the_scan_waits_for_review()
    {
        var cohort = await Cohort();
        var person = await Enrolled(cohort);
        var old = (await Badge(person)).Of("badgeId");
        await Badge(person);
        var (device, phone) = await Phone();

        var result = (await Upload(phone, device, Scan($"{cohort}/1", badgeId: old)))[0]!;

        Assert.Equal(("stored", "review"), (Text(result["status"]), Text(result["effect"])));
        Assert.Equal(["revoked"], Texts(result["reasons"]));
        Assert.Null(MarkOf(await Attendance($"{cohort}/1"), person)!["mark"]);
    }

    [Fact]
    public async Task A_badge_revoked_after_the_scan_counts()
    {
        var cohort = await Cohort();
        var person = await Enrolled(cohort);
        var old = (await Badge(person)).Of("badgeId");
        var scannedAt = DateTimeOffset.UtcNow;
        var next = (await Badge(person)).Of("badgeId");
        var (device, phone) = await Phone();

        var results = await Upload(phone, device, Scan($"{cohort}/1", badgeId: old, at: scannedAt.AddSeconds(-1)), Scan($"{cohort}/1", badgeId: next, seq: 2));

        Assert.Equal(["counted", "alreadyCounted"], results.Select(r => Text(r!["effect"])));
    }

    [Fact]
    public async Task An_enrolment_withdrawn_after_the_scan_keeps_its_mark_and_a_scan_after_it_is_flagged()
    {
        var cohort = await Cohort();
        var (before, after) = (await Enrolled(cohort), await Enrolled(cohort, "Ганболд"));
        var (device, phone) = await Phone();
        await Upload(phone, device, Scan($"{cohort}/1", before));
        (await Admin.Delete($"/api/cohorts/{cohort}/enrolments/{before}")).IsOk();
        (await Admin.Delete($"/api/cohorts/{cohort}/enrolments/{after}")).IsOk();

        var late = (await Upload(phone, device, Scan($"{cohort}/1", after, seq: 2)))[0]!;

        Assert.Equal("counted", Text(late["effect"]));
        Assert.Equal(["withdrawn"], Texts(late["reasons"]));
        var attendance = await Attendance($"{cohort}/1");
        Assert.Equal("present", Text(MarkOf(attendance, before)!["mark"]));
        Assert.Equal(["withdrawn"], Texts(MarkOf(attendance, after)!["flags"]));
    }

    [Fact]
    public async Task A_void_that_comes_before_its_scan_applies_when_the_scan_comes()
    {
        var cohort = await Cohort();
        var person = await Enrolled(cohort);
        var (device, phone) = await Phone();
        var scan = Scan($"{cohort}/1", person);
        var undo = Scan($"{cohort}/1", seq: 2);
        (undo["kind"], undo["targetScanId"], undo["traineeId"]) = ("void", Text(scan["scanId"]), null);

        var voided = (await Upload(phone, device, undo))[0]!;
        var late = (await Upload(phone, device, scan))[0]!;

        Assert.Equal(("stored", "voided"), (Text(voided["status"]), Text(voided["effect"])));
        Assert.Equal(("stored", "voided"), (Text(late["status"]), Text(late["effect"])));
        Assert.Null(MarkOf(await Attendance($"{cohort}/1"), person));
    }

    [Fact]
    public async Task A_fresh_scan_after_a_void_counts_again()
    {
        var cohort = await Cohort();
        var person = await Enrolled(cohort);
        var (device, phone) = await Phone();
        var scan = Scan($"{cohort}/1", person);
        var undo = Scan($"{cohort}/1", seq: 2);
        (undo["kind"], undo["targetScanId"], undo["traineeId"]) = ("void", Text(scan["scanId"]), null);

        var results = await Upload(phone, device, scan, undo, Scan($"{cohort}/1", person, seq: 3));

        Assert.Equal(["voided", "voided", "counted"], results.Select(r => Text(r!["effect"])));
        Assert.Equal("present", Text(MarkOf(await Attendance($"{cohort}/1"), person)!["mark"]));
    }

    [Fact]
    public async Task A_scan_after_the_cohort_was_closed_is_late_and_waits_for_review()
    {
        var cohort = await Cohort(days: 1);
        var (there, late) = (await Enrolled(cohort), await Enrolled(cohort, "Ганболд"));
        var (device, phone) = await Phone();
        await Upload(phone, device, Scan($"{cohort}/1", there));
        (await Trainer.Post($"/api/cohorts/{cohort}/close")).IsOk();

        var result = (await Upload(phone, device, Scan($"{cohort}/1", late, seq: 2, at: DateTimeOffset.UtcNow.AddHours(-1))))[0]!;

        Assert.Equal(("stored", "review"), (Text(result["status"]), Text(result["effect"])));
        Assert.Contains("late", Texts(result["reasons"]));
    }

    [Fact]
    public async Task A_badge_scanned_on_the_day_from_which_the_session_was_moved_away_is_late()
    {
        var cohort = await Cohort(days: 1);
        var person = await Enrolled(cohort);
        var badge = (await Badge(person)).Of("badgeId");
        (await Admin.Put($"/api/cohorts/{cohort}", new { startDate = Site.Today.AddDays(7).ToString("O") })).IsOk();
        var (device, phone) = await Phone();

        var result = (await Upload(phone, device, Scan($"{cohort}/1", badgeId: badge)))[0]!;

        Assert.Equal("review", Text(result["effect"]));
        Assert.Equal(["late"], Texts(result["reasons"]));
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
    public async Task A_wrong_clock_is_corrected_by_its_offset_and_flagged()
    {
        var cohort = await Cohort();
        var person = await Enrolled(cohort);
        var (device, phone) = await Phone();
        var ahead = TimeSpan.FromDays(3);

        var result = (await UploadAt(phone, device, DateTimeOffset.UtcNow + ahead, Scan($"{cohort}/1", person, at: DateTimeOffset.UtcNow.AddMinutes(-5) + ahead)))[0]!;

        Assert.Equal("counted", Text(result["effect"]));
        Assert.Equal(["clock"], Texts(result["reasons"]));
        var scan = Assert.Single((await Attendance($"{cohort}/1"))["scans"]!.AsArray())!;
        Assert.Equal(DateTimeOffset.UtcNow.AddMinutes(-5), scan["estimatedAt"]!.GetValue<DateTimeOffset>(), TimeSpan.FromSeconds(20));
        Assert.Equal(DateTimeOffset.UtcNow + ahead, scan["capturedAt"]!.GetValue<DateTimeOffset>(), TimeSpan.FromMinutes(6));
    }

    [Fact]
    public async Task A_time_in_the_future_is_capped_at_arrival()
    {
        var cohort = await Cohort();
        var person = await Enrolled(cohort);
        var (device, phone) = await Phone();

        await Upload(phone, device, Scan($"{cohort}/1", person, at: DateTimeOffset.UtcNow.AddHours(5)));

        var scan = Assert.Single((await Attendance($"{cohort}/1"))["scans"]!.AsArray())!;
        Assert.Equal(scan["receivedAt"]!.GetValue<DateTimeOffset>(), scan["estimatedAt"]!.GetValue<DateTimeOffset>());
        Assert.Contains("clock", Texts(scan["flags"]));
    }

    [Fact]
    public async Task A_device_clock_that_cannot_be_read_refuses_nothing()
    {
        var cohort = await Cohort();
        var person = await Enrolled(cohort);
        var (_, phone) = await Phone();

        var answer = await phone.Raw(HttpMethod.Post, "/api/sync/scans", $$"""{"deviceId":5,"deviceNow":"noon","items":[{{Scan($"{cohort}/1", person).ToJsonString()}}]}""");

        Assert.Equal("counted", Text(answer.IsOk()["results"]![0]!["effect"]));
    }

    [Fact]
    public async Task Half_past_eleven_at_night_in_Khovd_is_still_that_day()
    {
        var hovd = TimeZoneInfo.FindSystemTimeZoneById("Asia/Hovd");
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, hovd).DateTime).AddDays(-2);
        var plan = new { courseCode = "BIZ-101", regionCode = "MN84", venue = "Ховд", startDate = day.ToString("O"), days = 1, capacity = 9, trainers = new[] { "trainer" } };
        var cohort = (await Admin.Post("/api/cohorts", plan)).IsCreated().Of("id");
        var person = await Enrolled(cohort);
        var badge = (await Badge(person)).Of("badgeId");
        var local = day.ToDateTime(new TimeOnly(23, 30));
        var (device, phone) = await Phone();

        var result = (await Upload(phone, device, Scan($"{cohort}/1", badgeId: badge, at: new DateTimeOffset(local, hovd.GetUtcOffset(local)))))[0]!;

        // The badge is younger than the session; only that is remarkable, not the day.
        Assert.DoesNotContain("otherDay", Texts(result["reasons"]));
    }

    [Fact]
    public async Task A_gap_in_the_numbers_is_shown_until_it_is_filled()
    {
        var cohort = await Cohort();
        var person = await Enrolled(cohort);
        var (device, phone) = await Phone();
        await Upload(phone, device, [.. Enumerable.Range(1, 50).Where(n => n is not (>= 41 and <= 43 or 47)).Select(n => Scan($"{cohort}/1", person, seq: n))]);
        await Site.CatchUp();

        var missing = await MissingOf(device);
        Assert.Equal([(41, 43), (47, 47)], missing);

        await Upload(phone, device, [.. new[] { 43, 41, 42, 42 }.Select(n => Scan($"{cohort}/1", person, seq: n))]);
        await Site.CatchUp();
        Assert.Equal([(47, 47)], await MissingOf(device));
    }

    [Fact]
    public async Task A_revoked_phone_still_drains_into_review()
    {
        var cohort = await Cohort();
        var person = await Enrolled(cohort);
        var (device, phone) = await Phone();
        (await Trainer.Delete($"/api/devices/{device}")).Is(HttpStatusCode.NoContent);

        var result = (await Upload(phone, device, Scan($"{cohort}/1", person)))[0]!;

        Assert.Equal(("stored", "review"), (Text(result["status"]), Text(result["effect"])));
        Assert.Equal(["device"], Texts(result["reasons"]));
        Assert.Equal("device.notGood", (await phone.Get($"/api/sync/bundle?sessions={cohort}/1")).Is(HttpStatusCode.Forbidden).Code);
    }

    [Fact]
    public async Task A_grant_that_ran_out_with_a_queue_still_drains_into_review()
    {
        var cohort = await Cohort(capacity: 400);
        var person = await Enrolled(cohort);
        var device = Learning.Domain.Ids.LearningId.From("test-device", cohort);
        await Site.Grains.GetGrain<IDeviceGrain>(device).Enrol("Хуучин утас", "trainer", SyncGrants.Digest("expired-grant"), DateTimeOffset.UtcNow.AddDays(-1));
        var phone = Site.With($"{device}.expired-grant");

        var first = await Upload(phone, device, [.. Enumerable.Range(1, 200).Select(n => Scan($"{cohort}/1", person, seq: n))]);
        var rest = await Upload(phone, device, [.. Enumerable.Range(201, 100).Select(n => Scan($"{cohort}/1", person, seq: n))]);

        Assert.All(first.Concat(rest), r => Assert.Equal(("stored", "review"), (Text(r!["status"]), Text(r["effect"]))));
    }

    [Fact]
    public async Task An_unknown_grant_or_none_is_refused_with_401()
    {
        var (device, _) = await Phone();
        var body = """{"items":[]}""";

        (await Site.With($"{device}.wrong").Raw(HttpMethod.Post, "/api/sync/scans", body)).Is(HttpStatusCode.Unauthorized);
        (await Site.With("nonsense").Raw(HttpMethod.Post, "/api/sync/scans", body)).Is(HttpStatusCode.Unauthorized);
        (await Site.Anyone.Raw(HttpMethod.Post, "/api/sync/scans", body)).Is(HttpStatusCode.Unauthorized);
        (await Site.Manager.Raw(HttpMethod.Post, "/api/sync/scans", body)).Is(HttpStatusCode.Forbidden);
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

    [Fact]
    public async Task A_phone_drains_what_its_owners_earlier_phone_left_under_that_phones_name()
    {
        var cohort = await Cohort();
        var person = await Enrolled(cohort);
        var (old, _) = await Phone();
        var (_, phone) = await Phone();
        var (foreign, _) = await Phone(Site.OtherTrainer);

        await Upload(phone, old, Scan($"{cohort}/1", person, seq: 2));
        var gap = (await Trainer.Get($"/api/devices/{old}")).IsOk()["missing"]![0]!;
        Assert.Equal((1, 1), (gap["first"]!.GetValue<int>(), gap["last"]!.GetValue<int>()));

        await Upload(phone, foreign, Scan($"{cohort}/1", person, seq: 2));
        Assert.Empty((await Site.OtherTrainer.Get($"/api/devices/{foreign}")).IsOk()["received"]!.AsArray());
    }

    [Fact]
    public async Task Two_uploads_of_one_scan_at_once_count_once()
    {
        var cohort = await Cohort();
        var person = await Enrolled(cohort);
        var (device, phone) = await Phone();
        var scan = Scan($"{cohort}/1", person);

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Upload(phone, device, scan)));

        Assert.Single(results, r => Text(r[0]!["status"]) == "stored");
        Assert.Equal(7, results.Count(r => Text(r[0]!["status"]) == "replayed"));
        Assert.Single((await Attendance($"{cohort}/1"))["scans"]!.AsArray());
    }

    [Fact]
    public async Task Any_order_and_repetition_of_uploads_ends_in_the_same_marks()
    {
        var people = new List<string>();
        var (a, b) = (await Cohort(), await Cohort());
        for (var i = 0; i < 4; i++)
        {
            people.Add(await Enrolled(a));
            (await Admin.Post($"/api/cohorts/{b}/enrolments", new { traineeIds = new[] { people[i] } })).IsOk();
        }

        var (device, phone) = await Phone();
        var start = DateTimeOffset.UtcNow.AddHours(-1);
        List<JsonObject> Log(string cohort)
        {
            var scans = people.SelectMany((p, i) => new[] { Scan($"{cohort}/1", p, at: start.AddMinutes(i)), Scan($"{cohort}/1", p, at: start.AddMinutes(i + 10)) }).ToList();
            var undo = Scan($"{cohort}/1");
            (undo["kind"], undo["targetScanId"], undo["traineeId"]) = ("void", Text(scans[0]["scanId"]), null);
            List<JsonObject> log = [.. scans, undo];
            // Otherwise each upload's own milliseconds on the way would be part of the estimate.
            foreach (var scan in log) scan["lastClockOffsetMs"] = 0;
            return log;
        }

        var (first, second) = (Log(a), Log(b));
        await Upload(phone, device, [.. first]);
        var random = new Random(20260308);
        var shuffled = second.Concat(second).OrderBy(_ => random.Next()).ToList();
        foreach (var some in shuffled.Chunk(3)) await Upload(phone, device, [.. some]);

        async Task<IEnumerable<string>> Marks(string cohort) =>
            (await Attendance($"{cohort}/1"))["marks"]!.AsArray().Select(m => $"{m!["traineeId"]} {m["mark"]} {m["at"]}").Order();
        Assert.Equal(await Marks(a), await Marks(b));
        Assert.Equal(start.AddMinutes(10), MarkOf(await Attendance($"{b}/1"), people[0])!["at"]!.GetValue<DateTimeOffset>(), TimeSpan.FromMilliseconds(2));
    }

    private async Task<(int, int)[]> MissingOf(string device) =>
        [.. (await Trainer.Get($"/api/devices/{device}")).IsOk()["missing"]!.AsArray().Select(r => (r!["first"]!.GetValue<int>(), r["last"]!.GetValue<int>()))];

    private static JsonObject Changed(JsonObject scan, string field, JsonNode? value)
    {
        scan[field] = value;
        return scan;
    }
}

[Collection(OnSqlite.Name)]
public sealed class ScanRulesOnSqlite(SqliteSite site) : ScanRules(site);

[Collection(OnPostgres.Name)]
public sealed class ScanRulesOnPostgres(PostgresSite site) : ScanRules(site);
