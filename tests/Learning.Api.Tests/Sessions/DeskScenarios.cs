using System.Net;
using Learning.Api.Tests.Site;
using Learning.Domain.Badges;
using Learning.Domain.Ids;

namespace Learning.Api.Tests.Sessions;

/// <summary>A session at the desk: scans by a USB scanner, corrections, headcount.</summary>
public abstract class DeskScenarios(ApiSite site) : Scenario(site)
{
    [Fact]
    public async Task A_badge_read_by_a_scanner_checks_in_once()
    {
        var cohort = await Cohort();
        var person = await Enrolled(cohort);
        var badge = await Badge(person);

        var first = (await Trainer.Post($"/api/sessions/{cohort}~1/scan", new { text = badge.Of("url") + "\r\n" })).IsOk();
        var again = (await Trainer.Post($"/api/sessions/{cohort}~1/scan", new { text = badge.Of("url").ToLowerInvariant() })).IsOk();

        Assert.Equal((person, "Бат Өнөрцэцэг", "counted"), (first.Of("traineeId"), first.Of("name"), Text(first["result"]!["effect"])));
        Assert.Equal(("alreadyCounted", "desk"), (Text(again["result"]!["effect"]), Text(again["result"]!["first"]!["device"])));
    }

    [Fact]
    public async Task A_scan_sent_again_under_its_own_id_is_replayed()
    {
        var cohort = await Cohort();
        var badge = await Badge(await Enrolled(cohort));
        var body = new { text = badge.Of("url"), id = Guid.NewGuid().ToString() };

        (await Trainer.Post($"/api/sessions/{cohort}~1/scan", body)).IsOk();
        await Trainer.Post($"/api/sessions/{cohort}~1/scan", body);

        Assert.Single((await Attendance($"{cohort}/1"))["scans"]!.AsArray());
    }

    [Fact]
    public async Task A_short_code_typed_in_any_way_checks_in()
    {
        var cohort = await Cohort();
        var (on, stranger) = (await Enrolled(cohort), await Person("Ганболд"));
        var (code, other) = ((await Badge(on)).Of("shortCode"), (await Badge(stranger)).Of("shortCode"));
        await Site.CatchUp();

        var typed = (await Trainer.Post($"/api/sessions/{cohort}~1/scan", new { text = code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal) })).IsOk();
        var walkIn = (await Trainer.Post($"/api/sessions/{cohort}~1/scan", new { text = other })).IsOk();

        Assert.Equal((on, "counted"), (typed.Of("traineeId"), Text(typed["result"]!["effect"])));
        Assert.Equal(stranger, walkIn.Of("traineeId"));
        Assert.Equal(["walkIn"], Texts(walkIn["result"]!["reasons"]));
        var scans = (await Attendance($"{cohort}/1"))["scans"]!.AsArray();
        Assert.All(scans, s => Assert.Equal("search", Text(s!["method"])));
    }

    [Fact]
    public async Task What_is_not_one_of_our_badges_is_refused_in_words()
    {
        var cohort = await Cohort();
        var url = (await Badge(await Enrolled(cohort))).Of("url");
        var code = url[(url.LastIndexOf('/') + 1)..];
        var unused = TypedCode.FromBits("никому"u8, 8);
        async Task<string> Refusal(string text) => (await Trainer.Post($"/api/sessions/{cohort}~1/scan", new { text })).Is(HttpStatusCode.UnprocessableEntity).Code!;

        Assert.Equal("badge.foreign", await Refusal("https://example.mn/menu"));
        Assert.Equal("badge.foreign", await Refusal("4006381333931"));
        Assert.Equal("badge.unknownCode", await Refusal(unused));
        // One bit of the payload flipped, and another key id.
        Assert.Equal("badge.notOurs", await Refusal(Flipped(code, 5)));
        Assert.Equal("badge.notOurs", await Refusal(Flipped(code, 1)));
        Assert.Equal("badge.updateApp", await Refusal("HTTPS://X.MN/B/" + Flipped(code, 0)));
        (await Trainer.Post($"/api/sessions/{cohort}~1/scan", new { text = " " })).IsInvalid("text");
        Assert.Empty((await Attendance($"{cohort}/1"))["scans"]!.AsArray());
    }

    [Fact]
    public async Task A_correction_stands_above_the_scans_until_it_is_taken_back()
    {
        var cohort = await Cohort();
        var person = await Enrolled(cohort);
        await Upload(Trainer, "desk", Scan($"{cohort}/1", person));

        var late = (await Trainer.Put($"/api/sessions/{cohort}~1/marks", new { traineeId = person, mark = "late", reason = "Автобус хоцорсон" })).IsOk();
        var mark = MarkOf(late.Json, person)!;
        Assert.Equal(("late", "Автобус хоцорсон", "trainer"), (Text(mark["mark"]), Text(mark["reason"]), Text(mark["by"])));
        Assert.Equal(1, late["counts"]!["late"]!.GetValue<int>());

        var back = (await Trainer.Raw(HttpMethod.Put, $"/api/sessions/{cohort}~1/marks", $$"""{"traineeId":"{{person}}","mark":null,"reason":"андуурсан"}""")).IsOk();
        Assert.Equal("present", Text(MarkOf(back.Json, person)!["mark"]));
    }

    [Fact]
    public async Task A_correction_without_mark_reason_or_person_is_refused()
    {
        var cohort = await Cohort();
        var person = await Enrolled(cohort);

        (await Trainer.Put($"/api/sessions/{cohort}~1/marks", new { traineeId = person, reason = "?" })).IsInvalid("mark");
        (await Trainer.Put($"/api/sessions/{cohort}~1/marks", new { traineeId = person, mark = "present" })).IsInvalid("reason");
        (await Trainer.Put($"/api/sessions/{cohort}~1/marks", new { mark = "present", reason = "x" })).IsInvalid("traineeId");
        (await Trainer.Put($"/api/sessions/{cohort}~1/marks", new { traineeId = LearningId.From("test", cohort), mark = "present", reason = "x" })).IsInvalid("traineeId");
        (await Trainer.Raw(HttpMethod.Put, $"/api/sessions/{cohort}~1/marks", $$"""{"traineeId":"{{person}}","mark":"asleep","reason":"x"}""")).IsInvalid("mark");
    }

    [Fact]
    public async Task Not_yet_marked_is_not_absent()
    {
        var cohort = await Cohort();
        var (here, absent, silent) = (await Enrolled(cohort), await Enrolled(cohort), await Enrolled(cohort));
        await Upload(Trainer, "desk", Scan($"{cohort}/1", here));
        (await Trainer.Put($"/api/sessions/{cohort}~1/marks", new { traineeId = absent, mark = "absent", reason = "ирээгүй" })).IsOk();

        var attendance = await Attendance($"{cohort}/1");

        var counts = attendance["counts"]!;
        Assert.Equal((3, 1, 1, 1), (counts["enrolled"]!.GetValue<int>(), counts["present"]!.GetValue<int>(), counts["absent"]!.GetValue<int>(), counts["notMarked"]!.GetValue<int>()));
        Assert.Null(MarkOf(attendance, silent));
    }

    [Fact]
    public async Task The_same_correction_sent_twice_is_applied_once()
    {
        var cohort = await Cohort();
        var person = await Enrolled(cohort);
        (await Trainer.Put($"/api/sessions/{cohort}~1/marks", new { traineeId = person, mark = "late", reason = "x", id = "c1" })).IsOk();
        (await Trainer.Put($"/api/sessions/{cohort}~1/marks", new { traineeId = person, mark = "excused", reason = "x", id = "c2" })).IsOk();
        var repeat = (await Trainer.Put($"/api/sessions/{cohort}~1/marks", new { traineeId = person, mark = "late", reason = "x", id = "c1" })).IsOk();

        Assert.Equal("excused", Text(MarkOf(repeat.Json, person)!["mark"]));
    }

    [Fact]
    public async Task People_without_names_are_a_headcount_beside_the_named()
    {
        var cohort = await Cohort();

        var set = (await Trainer.Put($"/api/sessions/{cohort}~1/headcount", new object[] { new { sex = "female", ageBand = "25-34", count = 3 }, new { sex = "male", count = 2 }, new { count = 0 } })).IsOk();

        Assert.Equal(2, set.Json.AsArray().Count);
        var attendance = await Attendance($"{cohort}/1");
        Assert.Equal(5, attendance["headcount"]!.AsArray().Sum(h => h!["count"]!.GetValue<int>()));
        Assert.Empty(attendance["marks"]!.AsArray());
        (await Trainer.Put($"/api/sessions/{cohort}~1/headcount", new object?[] { new { ageBand = "20-25", count = 1 }, new { count = -1 }, new { count = 1 }, new { sex = "male", count = 10001 }, null }))
            .IsInvalid("[0].ageBand", "[1].count", "[2]", "[3].count", "[4]", "[4].count");
    }

    [Fact]
    public async Task A_session_is_named_with_tilde_slash_or_escaped_slash()
    {
        var cohort = await Cohort();

        foreach (var id in new[] { $"{cohort}~2", $"{cohort}/2", $"{cohort}%2F2", $"{cohort}~02" })
            Assert.Equal($"{cohort}/2", (await Trainer.Get($"/api/sessions/{id}/attendance")).IsOk().Of("sessionId"));
        foreach (var id in new[] { $"{cohort}~3", $"{cohort}/0", cohort, "x~1", $"{LearningId.From("test", cohort)}~1", $"{cohort}~1~1", $"{cohort}/1000" })
            (await Trainer.Get($"/api/sessions/{id}/attendance")).Is(HttpStatusCode.NotFound);
    }

    private static string Flipped(string code, int at)
    {
        Assert.True(Base32.TryDecode(code, out var bytes));
        bytes[at] ^= 2;
        return Base32.Encode(bytes);
    }
}

[Collection(OnSqlite.Name)]
public sealed class DeskScenariosOnSqlite(SqliteSite site) : DeskScenarios(site);

[Collection(OnPostgres.Name)]
public sealed class DeskScenariosOnPostgres(PostgresSite site) : DeskScenarios(site);
