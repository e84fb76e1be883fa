using System.Net;
using Learning.Api.Tests.Site;

namespace Learning.Api.Tests.Trainees;

/// <summary>Registering, finding, reading and correcting people.</summary>
public abstract class PeopleScenarios(ApiSite site) : Scenario(site)
{
    private static int registers;

    [Fact]
    public async Task The_same_register_number_is_the_same_person()
    {
        var number = NewRegister();
        var first = (await Admin.Post("/api/trainees", new { givenName = "Бат-Эрдэнэ", patronymic = "Дорж", sex = "male", registerNumber = $"УБ{number}", homeRegion = "MN6416", consents = new[] { "training" } })).IsCreated();
        var again = (await Trainer.Post("/api/trainees", new { givenName = "Batерdene", registerNumber = $"уб {number}" })).IsCreated();

        Assert.Equal("none", first.Of("matched"));
        Assert.Equal(("automatic", first.Of("id")), (again.Of("matched"), again.Of("id")));
        var person = (await Admin.Get($"/api/trainees/{first.Of("id")}")).IsOk();
        Assert.Equal(number[^2..], person.Of("registerEnding"));
        Assert.DoesNotContain(number, person.Text);
        Assert.Equal(["training"], Texts(person["consents"]));
    }

    [Fact]
    public async Task Strong_evidence_with_a_contradiction_names_a_candidate_and_registers_apart()
    {
        var number = $"ЖА{NewRegister()}";
        var first = (await Admin.Post("/api/trainees", new { givenName = "Сараа", sex = "female", registerNumber = number })).IsCreated();
        var other = (await Admin.Post("/api/trainees", new { givenName = "Сараа", sex = "male", registerNumber = number })).IsCreated();

        Assert.Equal("none", other.Of("matched"));
        Assert.NotEqual(first.Of("id"), other.Of("id"));
        Assert.Equal([first.Of("id")], Texts(other["candidates"]));
    }

    [Fact]
    public async Task Everything_wrong_with_a_registration_is_said_at_once()
    {
        (await Admin.Post("/api/trainees", new
        {
            givenName = " ", patronymic = new string('п', 101), birthYear = 1700, registerNumber = "12345678", phone = "123", homeRegion = "MN999", organisation = "NOPE",
        })).IsInvalid("givenName", "patronymic", "birthYear", "registerNumber", "phone", "homeRegion", "organisation");
        (await Admin.Raw(HttpMethod.Post, "/api/trainees", """{"givenName":"А","sex":"unknown"}""")).IsInvalid("sex");
        (await Admin.Raw(HttpMethod.Post, "/api/trainees", """{"givenName":"А","sex":1}""")).IsInvalid("sex");
        (await Admin.Raw(HttpMethod.Post, "/api/trainees", """{"givenName":"А","consents":["all"]}""")).IsInvalid("consents");
        (await Admin.Raw(HttpMethod.Post, "/api/trainees", """{"givenName":{"a":1}}""")).IsInvalid("givenName");
    }

    [Fact]
    public async Task Html_and_formulas_in_a_name_are_kept_as_text()
    {
        var name = "<script>alert(1)</script>=HYPERLINK(\"x\")";
        var id = (await Admin.Post("/api/trainees", new { givenName = name })).IsCreated().Of("id");

        var answer = (await Admin.Get($"/api/trainees/{id}")).IsOk();

        Assert.Equal(name, answer.Of("givenName"));
        Assert.Equal("application/json", answer.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", answer.Response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task People_are_found_in_either_script_by_phone_and_by_short_code()
    {
        var phone = NewPhone();
        var id = (await Admin.Post("/api/trainees", new { givenName = "Өнөрзаяа", patronymic = "Мөнхбаяр", phone })).IsCreated().Of("id");
        var badge = await Badge(id);
        await Site.CatchUp();

        foreach (var q in new[] { "Өнөрзаяа", "unurzaya", "онорзаяа", "ӨНӨРЗАЯА мөнх", "munkhbayar unur", phone, $"+976 {phone[..4]}-{phone[4..]}", badge.Of("shortCode"), badge.Of("shortCode").ToLowerInvariant() })
        {
            var found = (await Site.Manager.Get($"/api/trainees?q={Uri.EscapeDataString(q)}")).IsOk()["items"]!.AsArray();
            Assert.Equal([id], found.Select(p => Text(p!["id"])));
        }
    }

    [Fact]
    public async Task A_long_list_of_people_comes_page_by_page()
    {
        var family = $"Хх{Guid.NewGuid().ToString("N")[..6].Replace("0", "a", StringComparison.Ordinal)}";
        var ids = new List<string>();
        for (var i = 0; i < 5; i++) ids.Add(await Person("Нараа", family));
        await Site.CatchUp();

        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = (await Admin.Get($"/api/trainees?q={family}&limit=2{(after is null ? "" : $"&after={after}")}")).IsOk();
            seen.AddRange(page["items"]!.AsArray().Select(p => Text(p!["id"])));
            after = page["next"]?.GetValue<string>();
        } while (after is not null);

        // In the order in which the read model learnt of them; each once.
        Assert.Equal(ids.Order(), seen.Order());
        (await Admin.Get("/api/trainees?limit=201&after=x")).IsInvalid("limit", "after");
    }

    [Fact]
    public async Task A_correction_moves_the_keys_of_identity_along()
    {
        var (wrong, right) = (NewRegister(), NewRegister());
        var id = (await Admin.Post("/api/trainees", new { givenName = "Энхтуяа", registerNumber = $"ЖА{wrong}" })).IsCreated().Of("id");

        var corrected = (await Admin.Put($"/api/trainees/{id}", new { givenName = "Энхтуяа", patronymic = "Бат", registerNumber = $"ЖА{right}", homeRegion = "MN6404", consents = new[] { "training", "photo" } })).IsOk();

        Assert.Equal(("Бат Энхтуяа", "MN6404", right[^2..]), (corrected.Of("name"), corrected.Of("homeRegion"), corrected.Of("registerEnding")));
        Assert.Equal(id, (await Admin.Post("/api/trainees", new { givenName = "Энхтуяа", registerNumber = $"ЖА{right}" })).IsCreated().Of("id"));
        // The number given up is free for whoever really has it.
        Assert.NotEqual(id, (await Admin.Post("/api/trainees", new { givenName = "Болор", registerNumber = $"ЖА{wrong}" })).IsCreated().Of("id"));
        // Left out, the number stays; empty, it goes.
        Assert.Equal(right[^2..], (await Admin.Put($"/api/trainees/{id}", new { givenName = "Энхтуяа" })).IsOk().Of("registerEnding"));
        Assert.Null((await Admin.Put($"/api/trainees/{id}", new { givenName = "Энхтуяа", registerNumber = "" })).IsOk()["registerEnding"]);
    }

    [Fact]
    public async Task A_register_number_of_another_person_is_refused()
    {
        var number = NewRegister();
        (await Admin.Post("/api/trainees", new { givenName = "Нэг", registerNumber = $"ЖА{number}" })).IsCreated();
        var other = await Person("Хоёр");

        (await Admin.Put($"/api/trainees/{other}", new { givenName = "Хоёр", registerNumber = $"ЖА{number}" })).IsInvalid("registerNumber");
    }

    [Fact]
    public async Task Moving_house_changes_no_past_enrolment()
    {
        var cohort = await Cohort();
        var person = await Enrolled(cohort);
        (await Admin.Put($"/api/trainees/{person}", new { givenName = "Өнөрцэцэг", homeRegion = "MN8416" })).IsOk();

        var standing = await Site.Grains.GetGrain<Contracts.Cohorts.ICohortGrain>(cohort).Get();
        Assert.Equal("MN6416", standing!.Find(person)!.Facts.HomeRegion);
    }

    [Fact]
    public async Task A_pin_is_told_once_and_opens_the_persons_page()
    {
        var person = await Person();

        var pin = (await Admin.Post($"/api/trainees/{person}/pin")).IsOk().Of("pin");

        Assert.Matches("^[0-9]{6}$", pin);
        var grain = Site.Grains.GetGrain<Contracts.Trainees.ITraineeGrain>(person);
        Assert.Equal(Learning.Domain.Trainees.PinCheck.Right, await grain.TryPin(pin));
        Assert.True((await Admin.Get($"/api/trainees/{person}")).IsOk()["hasPin"]!.GetValue<bool>());
        Assert.DoesNotContain(pin, (await Admin.Get($"/api/trainees/{person}")).Text);
    }

    [Fact]
    public async Task A_persons_trainings_and_marks_are_shown_newest_first()
    {
        var (first, second) = (await Cohort(), await Cohort(trainer: "trainer2"));
        var person = await Enrolled(first);
        (await Admin.Post($"/api/cohorts/{second}/enrolments", new { traineeIds = new[] { person } })).IsOk();
        await Upload(Trainer, "desk", Scan($"{first}/2", person));
        await Site.CatchUp();

        var all = (await Site.Manager.Get($"/api/trainees/{person}")).IsOk()["trainings"]!.AsArray();
        var own = (await Trainer.Get($"/api/trainees/{person}")).IsOk()["trainings"]!.AsArray();

        Assert.Equal(2, all.Count);
        var training = Assert.Single(own)!;
        Assert.Equal(first, Text(training["cohortId"]));
        Assert.Equal((2, "present"), (training["marks"]![0]!["number"]!.GetValue<int>(), Text(training["marks"]![0]!["mark"])));
    }

    /// <summary>Eight digits that nobody has yet, a possible day of birth first.</summary>
    private static string NewRegister() => Interlocked.Increment(ref registers) is var n ? $"{50 + n % 50:D2}{1 + n / 50 % 12:D2}15{10 + n % 89:D2}" : "";
}

[Collection(OnSqlite.Name)]
public sealed class PeopleScenariosOnSqlite(SqliteSite site) : PeopleScenarios(site);

[Collection(OnPostgres.Name)]
public sealed class PeopleScenariosOnPostgres(PostgresSite site) : PeopleScenarios(site);
