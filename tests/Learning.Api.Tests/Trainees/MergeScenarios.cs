using System.Net;
using System.Text.Json.Nodes;
using Learning.Api.Tests.Reach;
using Learning.Api.Tests.Site;

namespace Learning.Api.Tests.Trainees;

/// <summary>Two records that turn out to be one person's, and perhaps not.</summary>
public abstract class MergeScenarios(ApiSite site) : ReachScenario(site)
{
    private static readonly string[] Measures = ["reached", "participations", "contactHours", "completed", "completions", "certified", "firstTime"];

    [Fact]
    public async Task A_merged_pair_counts_once_everywhere_and_twice_again_after_the_undo()
    {
        var soum = NewSoum();
        // Both were in one cohort, and each in one of their own.
        var (shared, pair) = await Held(soum, 2, 0);
        var (one, two) = (pair[0], pair[1]);
        var (first, _) = await Held(soum, 1, 0);
        var (second, _) = await Held(soum, 1, 0);
        await Attend(first, one);
        await Attend(second, two);
        foreach (var cohort in new[] { shared, first, second }) (await Admin.Post($"/api/cohorts/{cohort}/close")).IsOk();
        await Site.CatchUp();
        var hours = (await Number(soum, "contactHours")) / 6;
        var before = await Figures(soum);
        Assert.Equal($"reached 4, participations 6, contactHours {6 * hours:0.##}, completed 4, completions 6, certified 4, firstTime 4", before);

        var merge = await Merge(one, two);
        // One person less in all, and one participation less: the cohort in which they were both.
        Assert.Equal($"reached 3, participations 5, contactHours {5 * hours:0.##}, completed 3, completions 5, certified 3, firstTime 3", await Figures(soum));
        var people = (await Site.Manager.Get($"/api/reach/people?region={soum}")).IsOk()["items"]!.AsArray();
        Assert.Equal(3, people.Count);
        Assert.DoesNotContain(one, people.Select(p => Text(p!["traineeId"])));
        var both = people.Single(p => Text(p!["traineeId"]) == two)!["marks"]!.AsArray();
        Assert.Equal(new[] { shared, first, second }.Order(), both.Select(m => Text(m!["cohortId"])).Order());
        var person = (await Admin.Get($"/api/trainees/{one}")).IsOk();
        Assert.Equal(two, person.Of("id"));
        Assert.Equal(new[] { shared, first, second }.Order(), person["trainings"]!.AsArray().Select(t => Text(t!["cohortId"])).Order());
        Assert.Equal((4, 1), (person["certificates"]!.AsArray().Count, person["merges"]!.AsArray().Count));

        (await Admin.Post($"/api/merges/{merge.Of("id")}/undo")).IsOk();
        await Site.CatchUp();
        Assert.Equal(before, await Figures(soum));
        Assert.Equal(one, (await Admin.Get($"/api/trainees/{one}")).IsOk().Of("id"));
    }

    [Fact]
    public async Task Whoever_was_merged_is_listed_no_more_and_found_by_their_name_phone_and_badge()
    {
        var family = $"Нн{Guid.NewGuid().ToString("N")[..6].Replace("0", "a", StringComparison.Ordinal)}";
        var (one, two, three) = (await Person("Цэцэгмаа", family), await Person("Пүрэвсүрэн"), await Person("Батчимэг"));
        var badge = await Badge(one);
        var phone = (await Admin.Get($"/api/trainees/{one}")).IsOk().Of("phone");
        await Merge(one, two);
        var chain = await Merge(two, three);

        foreach (var q in new[] { family, $"Цэцэгмаа {family}", $"tsetsegmaa {family}", phone, badge.Of("shortCode") }) Assert.Equal([three], await Found(q));
        (await Admin.Post($"/api/merges/{chain.Of("id")}/undo")).IsOk();
        await Site.CatchUp();
        Assert.Equal([two], await Found(family));
    }

    [Fact]
    public async Task A_repeat_is_the_same_merge_and_another_body_under_its_key_is_refused()
    {
        var (one, two, key) = (await Person(), await Person(), Guid.NewGuid().ToString());
        var body = new { into = two, reason = "Утсаар лавласан" };
        var first = (await Admin.Post($"/api/trainees/{one}/merge", body, key)).IsCreated();
        Assert.Equal(first.Text, (await Admin.Post($"/api/trainees/{one}/merge", body, key)).IsCreated().Text);
        (await Admin.Post($"/api/trainees/{one}/merge", new { into = two, reason = "Өөр" }, key)).Is(HttpStatusCode.Conflict);
        Assert.Equal((one, two, "admin", "Утсаар лавласан"), (first.Of("traineeId"), first.Of("into"), first.Of("by"), first.Of("reason")));

        var undone = (await Admin.Post($"/api/merges/{first.Of("id")}/undo")).IsOk();
        Assert.Equal(undone.Text, (await Admin.Post($"/api/merges/{first.Of("id")}/undo")).IsOk().Text);
        Assert.Equal("admin", undone.Of("undoneBy"));
        foreach (var id in new[] { one, two })
        {
            var noted = (await Admin.Get($"/api/audit?subject={id}")).IsOk()["items"]!.AsArray().Select(e => $"{e!["actor"]} {e["action"]} {e["detail"]}").ToList();
            Assert.Single(noted, $"admin trainee.merge {first.Of("id")}");
            Assert.Contains($"admin trainee.mergeUndo {first.Of("id")}", noted);
        }
    }

    [Fact]
    public async Task A_merge_cut_off_between_its_two_writes_is_completed_by_the_repeat()
    {
        var (one, two, key) = (await Person(), await Person(), Guid.NewGuid().ToString());
        var body = new { into = two, reason = "Утсаар лавласан" };
        using (Site.Faults.Fail("MergeInto", one)) Assert.True((int)(await Admin.Post($"/api/trainees/{one}/merge", body, key)).Status >= 500);
        Assert.Equal(one, (await Admin.Get($"/api/trainees/{one}")).IsOk().Of("id"));

        var merge = (await Admin.Post($"/api/trainees/{one}/merge", body, key)).IsCreated();
        using (Site.Faults.Fail("RemoveRecord", two)) Assert.True((int)(await Admin.Post($"/api/merges/{merge.Of("id")}/undo")).Status >= 500);
        (await Admin.Post($"/api/merges/{merge.Of("id")}/undo")).IsOk();
        Assert.Equal(one, (await Admin.Get($"/api/trainees/{one}")).IsOk().Of("id"));
        Assert.Empty((await Admin.Get($"/api/trainees/{two}")).IsOk()["merges"]!.AsArray());
    }

    [Fact]
    public async Task Only_administrators_merge_and_what_is_refused_says_why()
    {
        var (one, two, nobody) = (await Person(), await Person(), Domain.Ids.LearningId.From("test", "nobody"));
        var body = new { into = two, reason = "Утсаар лавласан" };
        foreach (var (who, status) in new[] { (Site.Anyone, HttpStatusCode.Unauthorized), (Trainer, HttpStatusCode.Forbidden), (Site.Manager, HttpStatusCode.Forbidden) })
        {
            (await who.Post($"/api/trainees/{one}/merge", body)).Is(status);
            (await who.Post($"/api/merges/{one}~1/undo")).Is(status);
        }

        (await Admin.Post($"/api/trainees/{nobody}/merge", body)).Is(HttpStatusCode.NotFound);
        (await Admin.Post("/api/trainees/x/merge", body)).Is(HttpStatusCode.NotFound);
        (await Admin.Post($"/api/merges/{one}~1/undo")).Is(HttpStatusCode.NotFound);
        (await Admin.Post("/api/merges/x/undo")).Is(HttpStatusCode.NotFound);
        (await Admin.Post($"/api/trainees/{one}/merge", new { })).IsInvalid("into", "reason");
        (await Admin.Post($"/api/trainees/{one}/merge", new { into = "x", reason = new string('ш', 501) })).IsInvalid("into", "reason");
        (await Admin.Post($"/api/trainees/{one}/merge", new { into = nobody, reason = "?" })).IsInvalid("into");
        (await Admin.Post($"/api/trainees/{one}/merge", new { into = one, reason = "?" })).IsInvalid("into");
        var man = (await Admin.Post("/api/trainees", new { givenName = "Өнөрцэцэг", sex = "male" })).IsCreated().Of("id");
        var refused = (await Admin.Send(HttpMethod.Post, $"/api/trainees/{one}/merge", System.Net.Http.Json.JsonContent.Create(new { into = man, reason = "?" }), null, "mn")).IsInvalid("into");
        Assert.Equal("Хүйс нь өөр тул нэг хүн биш.", Text(refused["errors"]!["into"]![0]));
        await Merge(one, two);
        Assert.Equal("merge.already", (await Admin.Post($"/api/trainees/{one}/merge", new { into = await Person(), reason = "?" })).Is(HttpStatusCode.Conflict).Code);
        // A manager reads the person, and not who was merged why.
        Assert.Empty((await Site.Manager.Get($"/api/trainees/{two}")).IsOk()["merges"]!.AsArray());
    }

    [Fact]
    public async Task A_line_of_a_roster_is_corrected_as_what_it_is_and_phones_know_both_badges()
    {
        var cohort = await Cohort();
        (await Admin.Post($"/api/cohorts/{cohort}/open")).IsOk();
        var (one, two) = (await Enrolled(cohort), await Person());
        var badges = new[] { (await Badge(one)).Of("badgeId"), (await Badge(two)).Of("badgeId") };
        await Mark(cohort, one, "present");
        await Merge(one, two);

        await Mark(cohort, one, "absent");

        var attendance = await Attendance($"{cohort}/1");
        Assert.Equal((one, "absent"), (Text(attendance["marks"]!.AsArray().Single()!["traineeId"]), Text(MarkOf(attendance, one)!["mark"])));
        var (_, phone) = await Phone();
        var line = (await phone.Get($"/api/sync/bundle?sessions={cohort}/1")).IsOk()["sessions"]![0]!["people"]!.AsArray().Single()!;
        Assert.Equal(one, Text(line["traineeId"]));
        Assert.Equal(badges.Order(), Texts(line["badgeIds"]).Order());
    }

    [Fact]
    public async Task Sheets_that_name_both_records_go_to_the_one_person()
    {
        var soum = NewSoum();
        var (phone, number) = (NewPhone(), $"УБ79{Random.Shared.Next(10, 13)}{Random.Shared.Next(10, 29)}{Random.Shared.Next(10, 99)}");
        var name = $"Ёё{Guid.NewGuid().ToString("N")[..6].Replace("0", "a", StringComparison.Ordinal)}";
        var one = (await Admin.Post("/api/trainees", new { givenName = name, registerNumber = number })).IsCreated().Of("id");
        var two = (await Admin.Post("/api/trainees", new { givenName = name, phone })).IsCreated().Of("id");
        await Merge(one, two);
        var sheet = $"Course code,Soum code,Start date,Days,Patronymic,Given name,Register no,Phone,Attended,Sheet,Row\r\nBIZ-101,{soum},2024-05-01,1,Бат,{name},{number},{phone},1,{name},1\r\n";
        using var form = new MultipartFormDataContent { { new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(sheet)), "file", "ирц.csv" } };

        var import = (await Admin.Send(HttpMethod.Post, "/api/imports?kind=sign-in-sheet&dryRun=false", form, null)).Is(HttpStatusCode.Accepted).Of("id");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var turn = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        Answer done;
        while (Text((done = (await Admin.Get($"/api/imports/{import}")).IsOk())["state"]) != "done") await turn.WaitForNextTickAsync(patience.Token);
        await Site.CatchUp();

        var people = done["summary"]!["people"]!;
        Assert.Equal((0, 1, 0), (people["new"]!.GetValue<int>(), people["matched"]!.GetValue<int>(), people["possibleDuplicate"]!.GetValue<int>()));
        Assert.Equal(two, Text((await Site.Manager.Get($"/api/reach/people?region={soum}")).IsOk()["items"]!.AsArray().Single()!["traineeId"]));
    }

    [Fact]
    public async Task A_trainer_sees_whoever_stands_on_the_roster_under_another_record()
    {
        var cohort = await Cohort(trainer: "trainer2");
        var (one, two) = (await Enrolled(cohort), await Person("Ганцэцэг"));
        await Site.CatchUp();
        (await Site.OtherTrainer.Get($"/api/trainees/{two}")).Is(HttpStatusCode.NotFound);
        await Merge(one, two);
        Assert.Equal(two, (await Site.OtherTrainer.Get($"/api/trainees/{two}")).IsOk().Of("id"));
        Assert.Contains(two, (await Site.OtherTrainer.Get("/api/trainees?q=Ганцэцэг")).IsOk()["items"]!.AsArray().Select(p => Text(p!["id"])));
    }

    [Fact]
    public async Task The_delta_of_a_frozen_report_names_a_merge_and_its_undo()
    {
        var soum = NewSoum();
        var (shared, pair) = await Held(soum, 2, 0);
        var (first, three) = await Held(soum, 3, 0);
        await Attend(first, pair[0]);
        var frozen = await Frozen(soum);

        // Five then. One of the pair goes into the other, who was in one cohort with them; of the three nobody is touched.
        var merge = await Merge(pair[0], pair[1]);
        var delta = await Delta(frozen);
        Assert.Equal((5m, 4m, 0m), (Then(delta), Now(delta), delta["unexplained"]!.GetValue<decimal>()));
        var change = delta["changes"]!.AsArray().Single()!;
        Assert.Equal((pair[1], -1m), (Text(change["traineeId"]), change["effect"]!.GetValue<decimal>()));
        Assert.Equal([("merge", "admin")], change["causes"]!.AsArray().Select(c => (Text(c!["kind"]), Text(c["by"]))).Distinct());
        Assert.Equal(new[] { shared, first }.Order(), change["causes"]!.AsArray().Select(c => Text(c!["cohortId"])).Order());

        // A report of the time when they were one person, read when they are two.
        var merged = await Frozen(soum);
        (await Admin.Post($"/api/merges/{merge.Of("id")}/undo")).IsOk();
        await Mark(first, three[0], "absent");
        await Site.CatchUp();
        var apart = await Delta(merged);
        Assert.Equal((4m, 4m, 0m), (Then(apart), Now(apart), apart["unexplained"]!.GetValue<decimal>()));
        var kinds = apart["changes"]!.AsArray().ToDictionary(c => Text(c!["traineeId"]), c => (c!["effect"]!.GetValue<decimal>(), string.Join(' ', c["causes"]!.AsArray().Select(x => Text(x!["kind"])).Distinct())));
        Assert.Equal((1m, "mergeUndone"), kinds[pair[0]]);
        Assert.Equal((0m, "mergeUndone"), kinds[pair[1]]);
        Assert.Equal((-1m, "correction"), kinds[three[0]]);
        // Of the first report nothing is left of the merge: it came and went.
        var back = (await Delta(frozen))["changes"]!.AsArray().Single()!;
        Assert.Equal((three[0], "correction"), (Text(back["traineeId"]), Text(back["causes"]!.AsArray().Single()!["kind"])));
    }

    private async Task<Answer> Merge(string one, string into)
    {
        var merge = (await Admin.Post($"/api/trainees/{one}/merge", new { into, reason = "Утсаар лавласан" })).IsCreated();
        await Site.CatchUp();
        return merge;
    }

    private async Task<string[]> Found(string q) =>
        [.. (await Admin.Get($"/api/trainees?q={Uri.EscapeDataString(q)}")).IsOk()["items"]!.AsArray().Select(p => Text(p!["id"]))];

    private async Task<string> Figures(string soum)
    {
        var said = new List<string>();
        foreach (var measure in Measures) said.Add($"{measure} {await Number(soum, measure):0.##}");
        return string.Join(", ", said);
    }

    private async Task<decimal> Number(string soum, string measure) => (await Site.Manager.Get($"/api/reach?region={soum}&measure={measure}")).IsOk()["total"]!.GetValue<decimal>();

    private async Task<string> Frozen(string soum) => (await Site.Manager.Post("/api/reports", new { title = "Хагас жилийн тайлан", region = soum })).IsCreated().Of("id");

    private async Task<JsonNode> Delta(string id) => (await Site.Manager.Get($"/api/reports/{id}/delta")).IsOk().Json;

    private static decimal Then(JsonNode delta) => delta["total"]!["then"]!.GetValue<decimal>();

    private static decimal Now(JsonNode delta) => delta["total"]!["now"]!.GetValue<decimal>();
}

[Collection(OnSqlite.Name)]
public sealed class MergeScenariosOnSqlite(SqliteSite site) : MergeScenarios(site);

[Collection(OnPostgres.Name)]
public sealed class MergeScenariosOnPostgres(PostgresSite site) : MergeScenarios(site);
