using System.Text.Json.Nodes;
using Learning.Api.Tests.Site;

namespace Learning.Api.Tests.Sync;

/// <summary>The server rules of checkin-protocol.md, line by line: what counts, and once.</summary>
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
}

[Collection(OnSqlite.Name)]
public sealed class ScanRulesOnSqlite(SqliteSite site) : ScanRules(site);

[Collection(OnPostgres.Name)]
public sealed class ScanRulesOnPostgres(PostgresSite site) : ScanRules(site);
