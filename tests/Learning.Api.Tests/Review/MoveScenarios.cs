using System.Net;
using System.Text.Json.Nodes;
using Learning.Api.Tests.Site;

namespace Learning.Api.Tests.Review;

/// <summary>Scans recorded at the wrong session, and items that no session could take, go where they belong.</summary>
public abstract class MoveScenarios(ApiSite site) : Scenario(site)
{
    [Fact]
    public async Task People_scanned_at_the_wrong_session_are_moved_with_their_times_and_count_once()
    {
        var (from, to) = (await Cohort(), await Cohort());
        var (enrolled, stranger) = (await Enrolled(to), await Person("Ганболд"));
        var (device, phone) = await Phone();
        var at = DateTimeOffset.UtcNow.AddMinutes(-40);
        await Upload(phone, device, Scan($"{from}/1", enrolled, at: at), Scan($"{from}/1", stranger, seq: 2, at: at));

        var moved = (await Move(Trainer, from, to, enrolled, stranger)).IsOk().Json.AsArray();

        Assert.Equal([(1, "counted"), (1, "counted")], moved.Select(m => (m!["scans"]!.GetValue<int>(), Text(m["effect"]))));
        var (source, target) = (await Attendance($"{from}/1"), await Attendance($"{to}/1"));
        Assert.Empty(source["marks"]!.AsArray());
        Assert.Equal(4, source["scans"]!.AsArray().Count);
        var mark = MarkOf(target, enrolled)!;
        Assert.Equal((device, "present"), (Text(mark["device"]), Text(mark["mark"])));
        Assert.Equal(at, mark["at"]!.GetValue<DateTimeOffset>(), TimeSpan.FromSeconds(2));
        Assert.Empty(Texts(mark["flags"]));
        Assert.Equal(["walkIn"], Texts(MarkOf(target, stranger)!["flags"]));
        Assert.All(source["scans"]!.AsArray().Where(s => Text(s!["kind"]) == "void"), v => Assert.Equal("андуурсан", Text(v!["reason"])));
    }

    [Fact]
    public async Task A_move_cut_off_before_the_voids_is_finished_by_making_it_again()
    {
        var (from, to) = (await Cohort(), await Cohort());
        var person = await Enrolled(to);
        var (device, phone) = await Phone();
        await Upload(phone, device, Scan($"{from}/1", person));

        using (Site.Faults.Fail("Record", $"{from}/1"))
            Assert.NotEqual(HttpStatusCode.OK, (await Move(Trainer, from, to, person)).Status);
        Assert.NotNull(MarkOf(await Attendance($"{from}/1"), person));
        Assert.NotNull(MarkOf(await Attendance($"{to}/1"), person));

        Assert.Equal(1, (await Move(Trainer, from, to, person)).IsOk().Json[0]!["scans"]!.GetValue<int>());
        Assert.Equal(0, (await Move(Trainer, from, to, person)).IsOk().Json[0]!["scans"]!.GetValue<int>());

        Assert.Null(MarkOf(await Attendance($"{from}/1"), person));
        Assert.Single((await Attendance($"{to}/1"))["scans"]!.AsArray());
    }

    [Fact]
    public async Task Moved_away_from_a_closed_cohort_people_count_there_no_more()
    {
        var (from, to) = (await Cohort(days: 1), await Cohort());
        var (stays, goes) = (await Enrolled(from), await Person("Ганболд"));
        var (device, phone) = await Phone();
        await Upload(phone, device, Scan($"{from}/1", stays), Scan($"{from}/1", goes, seq: 2));
        (await Trainer.Post($"/api/cohorts/{from}/close")).IsOk();

        (await Move(Trainer, from, to, goes)).IsOk();

        Assert.Null(MarkOf(await Attendance($"{from}/1"), goes));
        Assert.NotNull(MarkOf(await Attendance($"{from}/1"), stays));
        Assert.Equal("present", Text(MarkOf(await Attendance($"{to}/1"), goes)!["mark"]));
    }

    [Fact]
    public async Task Only_an_administrator_or_a_trainer_of_both_cohorts_moves()
    {
        var (own, foreign) = (await Cohort(), await Cohort(trainer: "trainer2"));
        var person = await Enrolled(own);
        var (device, phone) = await Phone();
        await Upload(phone, device, Scan($"{own}/1", person));

        Assert.Equal(["to"], (await Move(Trainer, own, foreign, person)).IsInvalid("to").Fields);
        (await Move(Site.OtherTrainer, own, foreign, person)).Is(HttpStatusCode.NotFound);
        (await Move(Site.Manager, own, foreign, person)).Is(HttpStatusCode.Forbidden);
        (await Move(Trainer, own, own, person)).IsInvalid("to");
        (await Trainer.Post($"/api/sessions/{own}~1/move", new { })).IsInvalid("traineeIds", "to", "reason");
        Assert.NotNull(MarkOf(await Attendance($"{own}/1"), person));

        Assert.Equal(1, (await Move(Admin, own, foreign, person)).IsOk().Json[0]!["scans"]!.GetValue<int>());
    }

    [Fact]
    public async Task An_item_that_names_no_session_is_moved_to_the_right_one_and_leaves_the_queue()
    {
        var (cohort, nowhere) = (await Cohort(), Learning.Domain.Ids.LearningId.From("nowhere", Guid.NewGuid().ToString()));
        var person = await Enrolled(cohort);
        var (device, phone) = await Phone();
        var (lost, odd) = (Scan($"{nowhere}/1", person), new JsonObject { ["scanId"] = "odd", ["deviceSeq"] = 2 });
        Assert.All(await Upload(phone, device, lost, odd), r => Assert.Equal("quarantined", Text(r!["status"])));
        await Site.CatchUp();
        var items = (await Trainer.Get($"/api/review?quarantined=true&device={device}")).IsOk()["items"]!.AsArray();
        string Id(string reason) => Text(items.Single(i => Texts(i!["reasons"]).Contains(reason))!["id"]);
        Task<Answer> Settle(ApiClient who, object body) => who.Post($"/api/devices/{device}/quarantine", body);
        object ToMove(string id) => new { itemIds = new[] { id }, decision = "move", to = $"{cohort}/1", reason = "зөв хичээл" };

        (await Settle(Site.OtherTrainer, ToMove(Id("unknownSession")))).Is(HttpStatusCode.NotFound);
        (await Settle(Site.Manager, ToMove(Id("unknownSession")))).Is(HttpStatusCode.Forbidden);
        (await Settle(Trainer, new { decision = "move" })).IsInvalid("itemIds", "to", "reason");
        var moved = (await Settle(Trainer, ToMove(Id("unknownSession")))).IsOk().Json[0]!;
        var again = (await Settle(Trainer, ToMove(Id("unknownSession")))).IsOk().Json[0]!;
        var unreadable = (await Settle(Trainer, ToMove(Id("malformed")))).IsOk().Json[0]!;

        Assert.Equal((true, "counted"), (moved["settled"]!.GetValue<bool>(), Text(moved["effect"])));
        Assert.True(again["settled"]!.GetValue<bool>());
        Assert.Equal((false, "malformed"), (unreadable["settled"]!.GetValue<bool>(), Text(unreadable["refused"])));
        var attendance = await Attendance($"{cohort}/1");
        Assert.Single(attendance["scans"]!.AsArray());
        Assert.Equal(device, Text(MarkOf(attendance, person)!["device"]));

        (await Settle(Trainer, new { itemIds = new[] { Id("malformed") }, decision = "dismiss", reason = "буруу" })).IsOk();
        // The phone sends it all again: nothing comes back.
        await Upload(phone, device, lost, odd);
        await Site.CatchUp();
        Assert.Empty((await Trainer.Get($"/api/review?quarantined=true&device={device}")).IsOk()["items"]!.AsArray());
        var phones = (await Trainer.Get("/api/devices?limit=200")).IsOk()["items"]!.AsArray();
        Assert.Equal(0, phones.Single(d => Text(d!["deviceId"]) == device)!["quarantined"]!.GetValue<int>());
        Assert.Equal(2, (await Trainer.Get($"/api/devices/{device}")).IsOk()["quarantine"]!.AsArray().Count);
    }

    private static Task<Answer> Move(ApiClient who, string from, string to, params string[] people) =>
        who.Post($"/api/sessions/{from}~1/move", new { traineeIds = people, to = $"{to}/1", reason = "андуурсан" });
}

[Collection(OnSqlite.Name)]
public sealed class MoveScenariosOnSqlite(SqliteSite site) : MoveScenarios(site);

[Collection(OnPostgres.Name)]
public sealed class MoveScenariosOnPostgres(PostgresSite site) : MoveScenarios(site);
