using System.Net;
using System.Text.Json.Nodes;
using Learning.Api.Tests.Site;

namespace Learning.Api.Tests.Sync;

/// <summary>When part of the server fails: what is not known to be durable is asked for again, and nothing is lost or doubled.</summary>
public abstract class FaultRules(ApiSite site) : Scenario(site)
{
    [Fact]
    public async Task A_session_that_does_not_answer_asks_for_its_items_again_and_the_others_are_stored()
    {
        var cohort = await Cohort();
        var person = await Enrolled(cohort);
        var (device, phone) = await Phone();
        JsonNode[] items = [Scan($"{cohort}/1", person), Scan($"{cohort}/2", person, seq: 2), new JsonObject { ["deviceSeq"] = 3 }];

        JsonArray during;
        using (Site.Faults.Fail("Record", $"{cohort}/1")) during = await Upload(phone, device, items);
        var after = await Upload(phone, device, items);

        Assert.Equal(["retry", "stored", "quarantined"], during.Select(r => Text(r!["status"])));
        Assert.Equal(["stored", "replayed", "quarantined"], after.Select(r => Text(r!["status"])));
        await Site.CatchUp();
        var phoneNow = (await Trainer.Get($"/api/devices/{device}")).IsOk();
        Assert.Empty(phoneNow["missing"]!.AsArray());
        Assert.Single(phoneNow["quarantine"]!.AsArray());
    }

    [Fact]
    public async Task A_scan_that_failed_counts_as_missing_until_it_comes_again()
    {
        var cohort = await Cohort();
        var person = await Enrolled(cohort);
        var (device, phone) = await Phone();

        using (Site.Faults.Fail("Record", $"{cohort}/1")) await Upload(phone, device, Scan($"{cohort}/1", person), Scan($"{cohort}/2", person, seq: 2));
        await Site.CatchUp();

        Assert.Equal(1, (await Trainer.Get($"/api/devices/{device}")).IsOk()["missing"]![0]!["first"]!.GetValue<int>());
    }

    [Fact]
    public async Task What_could_not_be_kept_for_review_is_asked_for_again()
    {
        var cohort = await Cohort();
        var person = await Enrolled(cohort);
        var (device, phone) = await Phone();
        JsonNode[] items = [new JsonObject { ["oops"] = 1 }, Scan($"{cohort}/1", person)];

        JsonArray during;
        using (Site.Faults.Fail("Contact", device)) during = await Upload(phone, device, items);
        var after = await Upload(phone, device, items);

        Assert.Equal(["retry", "stored"], during.Select(r => Text(r!["status"])));
        Assert.Equal(["quarantined", "replayed"], after.Select(r => Text(r!["status"])));
    }

    [Fact]
    public async Task A_call_that_runs_out_of_time_says_to_send_it_again()
    {
        var cohort = await Cohort();

        using (Site.Faults.Fail("Open", cohort)) Assert.Equal("problem.busy", (await Admin.Post($"/api/cohorts/{cohort}/open")).Is(HttpStatusCode.ServiceUnavailable).Code);

        (await Admin.Post($"/api/cohorts/{cohort}/open")).IsOk();
    }
}

[Collection(OnSqlite.Name)]
public sealed class FaultRulesOnSqlite(SqliteSite site) : FaultRules(site);

[Collection(OnPostgres.Name)]
public sealed class FaultRulesOnPostgres(PostgresSite site) : FaultRules(site);
