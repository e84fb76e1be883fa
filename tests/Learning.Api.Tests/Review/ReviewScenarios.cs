using System.Net;
using System.Text.Json.Nodes;
using Learning.Api.Tests.Site;
using Learning.Domain.Sessions;
using Learning.Silo.Projections;
using Microsoft.Extensions.DependencyInjection;

namespace Learning.Api.Tests.Review;

/// <summary>The review queue: who sees what, and what deciding does.</summary>
public abstract class ReviewScenarios(ApiSite site) : Scenario(site)
{
    [Fact]
    public async Task A_scan_that_waits_is_listed_with_its_reasons_accepted_and_gone()
    {
        var (cohort, person, scan) = await Waiting();
        await Site.CatchUp();
        var item = Assert.Single(await Queue(Trainer, $"cohort={cohort}"))!;
        Assert.Equal((scan, $"{cohort}/1", person, "Бат Өнөрцэцэг"), (Text(item["id"]), Text(item["sessionId"]), Text(item["traineeId"]), Text(item["name"])));
        Assert.Equal(["device"], Texts(item["reasons"]));
        Assert.True(item["waits"]!.GetValue<bool>());

        var answer = (await Decide(Trainer, cohort, "accept", scan)).IsOk();

        Assert.Equal("counted", Text(answer["results"]![0]!["effect"]));
        Assert.False(answer["settleAgain"]!.GetValue<bool>());
        var attendance = await Attendance($"{cohort}/1");
        Assert.Equal("present", Text(MarkOf(attendance, person)!["mark"]));
        var review = attendance["scans"]![0]!["review"]!;
        Assert.Equal(("accept", "trainer", "танилаа"), (Text(review["verdict"]), Text(review["by"]), Text(review["reason"])));
        await Site.CatchUp();
        Assert.Empty(await Queue(Trainer, $"cohort={cohort}"));
    }

    [Fact]
    public async Task The_queue_is_paged_and_filtered_and_a_rebuild_makes_it_anew()
    {
        var cohort = await Cohort();
        var (device, phone) = await Phone();
        var people = new List<string>();
        for (var i = 0; i < 5; i++) people.Add(await Person($"Зочин {i}"));
        await Upload(phone, device, [.. people.Select((p, i) => Scan($"{cohort}/1", p, seq: i + 1))]);
        await Upload(phone, device, [.. people.Take(2).Select((p, i) => Scan($"{cohort}/2", p, seq: i + 6))]);
        await Site.CatchUp();

        async Task<List<string>> Paged()
        {
            var (all, next) = (new List<string>(), "");
            do
            {
                var page = (await Trainer.Get($"/api/review?cohort={cohort}&limit=3{next}")).IsOk();
                all.AddRange(page["items"]!.AsArray().Select(i => Text(i!["id"])));
                next = page["next"]?.GetValue<string>() is { } key ? $"&after={key}" : "";
            }
            while (next.Length > 0);
            return all;
        }

        var before = await Paged();
        // Nobody was on the roster; at the second session they are, by the first.
        Assert.Equal(5, before.Distinct().Count());
        Assert.Equal(5, before.Count);
        Assert.Equal(5, (await Queue(Trainer, $"session={cohort}~1&reason=walkIn")).Count);
        Assert.Equal(5, (await Queue(Trainer, $"device={device}")).Count);
        Assert.Empty(await Queue(Trainer, $"cohort={cohort}&reason=late"));
        (await Trainer.Get("/api/review?reason=bored&limit=0&quarantined=maybe")).IsInvalid("reason", "limit", "quarantined");

        await Site.Services.GetRequiredService<ReadModelRebuild>().Run();
        Assert.Equal(before, await Paged());
    }

    [Fact]
    public async Task A_trainer_sees_and_decides_own_cohorts_only_and_a_manager_sees_all_and_decides_none()
    {
        var (cohort, person, scan) = await Waiting();
        await Site.CatchUp();

        Assert.Empty(await Queue(Site.OtherTrainer, $"cohort={cohort}"));
        Assert.Single(await Queue(Site.Manager, $"cohort={cohort}"));
        (await Site.Anyone.Get("/api/review")).Is(HttpStatusCode.Unauthorized);
        (await Decide(Site.OtherTrainer, cohort, "accept", scan)).Is(HttpStatusCode.NotFound);
        (await Decide(Site.Manager, cohort, "accept", scan)).Is(HttpStatusCode.Forbidden);
        Assert.Null(MarkOf(await Attendance($"{cohort}/1"), person)!["mark"]);
    }

    [Fact]
    public async Task A_decision_needs_scans_a_word_and_a_reason_and_seeing_needs_no_reason()
    {
        var cohort = await Cohort();
        var walkIn = await Person();
        var (device, phone) = await Phone();
        var scan = Scan($"{cohort}/1", walkIn);
        await Upload(phone, device, scan);

        (await Trainer.Post($"/api/sessions/{cohort}~1/review", new { })).IsInvalid("scanIds", "decision", "reason");
        (await Trainer.Post($"/api/sessions/{cohort}~1/review", new { scanIds = Enumerable.Range(0, 201).Select(i => $"s{i}"), decision = "accept", reason = "олон" })).IsInvalid("scanIds");
        (await Trainer.Post($"/api/sessions/{cohort}~9/review", new { scanIds = new[] { "s" }, decision = "accept", reason = "алга" })).Is(HttpStatusCode.NotFound);
        var seen = (await Trainer.Post($"/api/sessions/{cohort}~1/review", new { scanIds = new[] { Text(scan["scanId"]), "nothing" }, decision = "seen" })).IsOk();

        Assert.Null(seen["results"]![0]!["refused"]);
        Assert.Equal("review.unknownScan", Text(seen["results"]![1]!["refused"]));
        Assert.Empty(Texts(MarkOf(await Attendance($"{cohort}/1"), walkIn)!["flags"]));
    }

    [Fact]
    public async Task The_same_call_sent_again_after_another_decision_changes_nothing()
    {
        var (cohort, person, scan) = await Waiting();
        object Body(string decision, string id) => new { scanIds = new[] { scan }, decision, reason = "шалгав", id };
        var path = $"/api/sessions/{cohort}~1/review";

        (await Trainer.Post(path, Body("accept", "first"))).IsOk();
        (await Trainer.Post(path, Body("reject", "second"))).IsOk();
        var again = (await Trainer.Post(path, Body("accept", "first"))).IsOk();

        Assert.Equal("rejected", Text(again["results"]![0]!["effect"]));
        Assert.Null(MarkOf(await Attendance($"{cohort}/1"), person));
    }

    [Fact]
    public async Task Accepting_a_late_scan_says_that_the_cohort_is_to_be_settled_again_and_then_it_is()
    {
        var cohort = await Cohort(days: 1);
        var (there, late) = (await Enrolled(cohort), await Enrolled(cohort, "Ганболд"));
        var (device, phone) = await Phone();
        await Upload(phone, device, Scan($"{cohort}/1", there));
        (await Trainer.Post($"/api/cohorts/{cohort}/close")).IsOk();
        var scan = Scan($"{cohort}/1", late, seq: 2);
        await Upload(phone, device, scan);

        var answer = (await Decide(Trainer, cohort, "accept", Text(scan["scanId"]))).IsOk();
        (await Trainer.Post($"/api/cohorts/{cohort}/close")).IsOk();

        Assert.True(answer["settleAgain"]!.GetValue<bool>());
        var roster = (await Admin.Get($"/api/cohorts/{cohort}/enrolments")).IsOk()["items"]!.AsArray();
        Assert.All(roster, e => Assert.Equal("completed", Text(e!["state"])));
    }

    [Fact]
    public async Task At_a_cancelled_cohort_nothing_is_accepted_and_what_waits_can_be_rejected()
    {
        var (cohort, _, scan) = await Waiting();
        (await Admin.Post($"/api/cohorts/{cohort}/cancel")).IsOk();

        Assert.Equal("cohort.cancelled", (await Decide(Trainer, cohort, "accept", scan)).Is(HttpStatusCode.Conflict).Code);
        Assert.Equal("rejected", Text((await Decide(Trainer, cohort, "reject", scan)).IsOk()["results"]![0]!["effect"]));
    }

    [Fact]
    public async Task Who_decided_is_in_the_audit_log_without_anybodys_name()
    {
        var (cohort, _, scan) = await Waiting();
        (await Decide(Trainer, cohort, "reject", scan)).IsOk();

        var entries = (await Admin.Get("/api/audit?limit=50")).IsOk()["items"]!.AsArray();
        var entry = entries.First(e => Text(e!["action"]) == "session.review.reject" && e!.ToJsonString().Contains(cohort, StringComparison.Ordinal))!;
        Assert.Contains(scan, entry.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Өнөр", entry.ToJsonString(), StringComparison.Ordinal);
    }

    /// <summary>A cohort with an enrolled person whose scan came from a revoked phone.</summary>
    private async Task<(string Cohort, string Person, string Scan)> Waiting()
    {
        var cohort = await Cohort();
        var person = await Enrolled(cohort);
        var (device, phone) = await Phone();
        (await Trainer.Delete($"/api/devices/{device}")).Is(HttpStatusCode.NoContent);
        var scan = Scan($"{cohort}/1", person);
        Assert.Equal("review", Text((await Upload(phone, device, scan))[0]!["effect"]));
        return (cohort, person, Text(scan["scanId"]));
    }

    private static Task<Answer> Decide(ApiClient who, string cohort, string decision, params string[] scans) =>
        who.Post($"/api/sessions/{SessionId.ForUrl($"{cohort}/1")}/review", new { scanIds = scans, decision, reason = "танилаа" });

    private static async Task<JsonArray> Queue(ApiClient who, string query) => (await who.Get($"/api/review?limit=200&{query}")).IsOk()["items"]!.AsArray();
}

[Collection(OnSqlite.Name)]
public sealed class ReviewScenariosOnSqlite(SqliteSite site) : ReviewScenarios(site);

[Collection(OnPostgres.Name)]
public sealed class ReviewScenariosOnPostgres(PostgresSite site) : ReviewScenarios(site);
