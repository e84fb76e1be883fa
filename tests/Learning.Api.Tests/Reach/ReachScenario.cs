using Learning.Api.Tests.Site;
using Learning.Domain.Regions;
using Microsoft.Extensions.DependencyInjection;

namespace Learning.Api.Tests.Reach;

/// <summary>Scenarios on figures. Each takes a soum of its own, so that what others do on the same program is in none of its figures.</summary>
public abstract class ReachScenario(ApiSite site) : Scenario(site)
{
    private static int taken;

    /// <summary>A soum in which nothing has happened on this program.</summary>
    protected string NewSoum() => Site.Services.GetRequiredService<RegionTree>().All.Where(r => r.Level == 2 && r.ParentCode != "MN64")
        .OrderBy(r => r.Code, StringComparer.Ordinal).ElementAt(Interlocked.Increment(ref taken)).Code;

    /// <summary>Holds a cohort of one day with people who were all there, and gives its id and theirs.</summary>
    protected async Task<(string Cohort, string[] People)> Held(string soum, int women, int men, string course = "BIZ-101", DateOnly? day = null, string grant = "TRAFIGURA")
    {
        var cohort = (await Admin.Post("/api/cohorts", new
        {
            courseCode = course, regionCode = soum, venue = "Соёлын төв", startDate = (day ?? Site.Today).ToString("O"), days = 1, capacity = 200, trainers = new[] { "trainer" },
            grants = new[] { new { code = grant } },
        })).IsCreated().Of("id");
        (await Admin.Post($"/api/cohorts/{cohort}/open")).IsOk();
        var people = new List<string>();
        for (var i = 0; i < women + men; i++)
        {
            people.Add((await Admin.Post("/api/trainees", new
            {
                givenName = "Өнөрцэцэг", patronymic = "Бат", sex = i < women ? "female" : "male", birthYear = 1980 + i % 4, phone = NewPhone(), homeRegion = soum, consents = new[] { "training", "certificate" },
            })).IsCreated().Of("id"));
        }

        await Attend(cohort, [.. people]);
        return (cohort, [.. people]);
    }

    /// <summary>Enrols people and marks them present.</summary>
    protected async Task Attend(string cohort, params string[] people)
    {
        (await Admin.Post($"/api/cohorts/{cohort}/enrolments", new { traineeIds = people })).IsOk();
        foreach (var person in people) await Mark(cohort, person, "present");
        await Site.CatchUp();
    }

    /// <summary>Sets a mark at the desk.</summary>
    protected async Task Mark(string cohort, string person, string mark) =>
        (await Admin.Put($"/api/sessions/{cohort}~1/marks", new { traineeId = person, mark, reason = "Цаасан бүртгэлээр" })).IsOk();

    /// <summary>A file as somebody downloads it.</summary>
    protected static async Task<byte[]> File(ApiClient who, string path)
    {
        using var answer = await who.Http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadAsByteArrayAsync();
    }
}
