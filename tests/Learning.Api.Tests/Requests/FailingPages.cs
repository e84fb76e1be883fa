using System.Net;
using Learning.Api.Tests.Site;

namespace Learning.Api.Tests.Requests;

/// <summary>A page that can't be shown is answered by one that says so; the API's problems are none of these.</summary>
public abstract class FailingPages(ApiSite site) : Scenario(site)
{
    [Fact]
    public async Task A_page_that_breaks_says_so_in_words_and_tells_nothing_else()
    {
        var cohort = await Cohort();
        Assert.Equal(HttpStatusCode.OK, (await Admin.Get($"/cohorts/{cohort}")).Status);

        Answer answer;
        using (Site.Faults.Fail("Get", cohort)) answer = await Admin.Get($"/cohorts/{cohort}");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.Status);
        Assert.Contains("Манай талд алдаа гарлаа", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Made to fail", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_not_there_and_one_that_is_not_for_the_caller_say_so_in_words()
    {
        var nowhere = await Admin.Get("/nowhere");
        Assert.Equal(HttpStatusCode.NotFound, nowhere.Status);
        Assert.Contains("<h1", nowhere.Text, StringComparison.Ordinal);

        var forbidden = await Trainer.Get("/admin/accounts");
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.Status);
        Assert.Contains("<h1", forbidden.Text, StringComparison.Ordinal);
    }
}

[Collection(OnSqlite.Name)]
public sealed class FailingPagesOnSqlite(SqliteSite site) : FailingPages(site);
