using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Learning.Api.Tests.Site;

namespace Learning.Api.Tests.Requests;

/// <summary>What can't be read is refused in words, and nothing breaks.</summary>
public abstract class BadInput(ApiSite site) : Scenario(site)
{
    /// <summary>Every call that takes JSON; none of the ids is anybody's.</summary>
    public static TheoryData<string, string> Calls => new()
    {
        { "POST", "/api/cohorts" }, { "PUT", "/api/courses/X-1" }, { "POST", "/api/trainees" }, { "POST", "/api/devices" }, { "POST", "/api/sync/scans" },
        { "PUT", "/api/cohorts/x" }, { "POST", "/api/cohorts/x/enrolments" }, { "POST", "/api/cohorts/x/scores" }, { "PUT", "/api/trainees/x" },
        { "PUT", "/api/sessions/x~1/marks" }, { "PUT", "/api/sessions/x~1/headcount" }, { "POST", "/api/sessions/x~1/scan" },
        { "POST", "/api/certificates/x/revoke" }, { "POST", "/api/imports/x/columns" },
    };

    [Theory, MemberData(nameof(Calls))]
    public async Task Text_that_is_no_json_is_refused_with_its_line(string method, string path)
    {
        var isList = path.EndsWith("scores", StringComparison.Ordinal) || path.EndsWith("headcount", StringComparison.Ordinal);
        var answer = await Admin.Raw(new HttpMethod(method), path, isList ? "[\n  {},\n  oops\n]" : "{\n  \"name\": \"Өнөр\",\n  oops\n}");

        answer.Is(HttpStatusCode.BadRequest);
        Assert.Equal("problem.body.json", answer.Code);
        Assert.Equal(3, answer["line"]!.GetValue<int>());
        Assert.Contains("3", answer.Of("detail"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Calls))]
    public async Task No_body_or_another_kind_of_json_is_refused(string method, string path)
    {
        foreach (var body in new[] { "", "5", "\"text\"", "null", "true", "[[]]", "{\"items\":5}", "[5]" })
        {
            var answer = await Admin.Raw(new HttpMethod(method), path, body);
            // Where there is nothing under the id, the answer may say that first.
            Assert.True((int)answer.Status is 400 or 404, $"{method} {path} {body}: {answer.Status} {answer.Text}");
            answer.Is(answer.Status);
        }
    }

    [Theory, MemberData(nameof(Calls))]
    public async Task A_body_that_is_too_large_is_refused_in_words(string method, string path)
    {
        var answer = await Admin.Raw(new HttpMethod(method), path, $$"""{"name":"{{new string('x', 3 * 1024 * 1024)}}"}""");

        answer.Is(HttpStatusCode.RequestEntityTooLarge);
        Assert.Equal("problem.tooLarge.than", answer.Code);
    }

    [Theory, MemberData(nameof(Calls))]
    public async Task A_deep_body_is_refused(string method, string path)
    {
        var answer = await Admin.Raw(new HttpMethod(method), path, string.Concat(Enumerable.Repeat("{\"a\":", 5000)) + "1" + new string('}', 5000));

        answer.Is(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_wrong_type_names_its_field_and_line()
    {
        foreach (var (json, field) in new[]
        {
            ("{\"capacity\":\"20\"}", "capacity"), ("{\"capacity\":2.5}", "capacity"), ("{\"startDate\":\"2026-02-30\"}", "startDate"), ("{\"startDate\":20260301}", "startDate"),
            ("{\"grants\":{}}", "grants"), ("{\"grants\":[{\"code\":\"A\"},{\"code\":5}]}", "grants[1].code"), ("{\"trainers\":\"trainer\"}", "trainers"), ("{\"days\":99999999999}", "days"),
        })
        {
            var answer = (await Admin.Raw(HttpMethod.Post, "/api/cohorts", "\n\n" + json)).IsInvalid(field);
            Assert.Contains("3", Text(answer["errors"]![field]![0]), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Another_media_type_is_refused()
    {
        Assert.Equal("problem.mediaType", (await Admin.Raw(HttpMethod.Post, "/api/cohorts", "courseCode=X", "application/x-www-form-urlencoded")).Is(HttpStatusCode.UnsupportedMediaType).Code);
        Assert.Equal("problem.mediaType", (await Admin.Raw(HttpMethod.Post, "/api/imports", "a,b", "text/csv")).Is(HttpStatusCode.UnsupportedMediaType).Code);
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_refused()
    {
        using var body = new ByteArrayContent([.. "{\"givenName\":\""u8, 0xC3, 0x28, .. "\"}"u8]) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

        var answer = await Admin.Send(HttpMethod.Post, "/api/trainees", body, null);

        answer.Is(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Ids_that_cannot_be_ids_are_not_found()
    {
        foreach (var id in new[] { "x", "..", "%00", "%2e%2e", new string('a', 300), "🙂", "'; drop table people; --", "01ARZ3NDEKTSV4RRFFQ69G5FAV" })
            foreach (var path in new[] { "cohorts/{0}", "trainees/{0}", "devices/{0}", "imports/{0}", "certificates/{0}", "courses/{0}", "badges/{0}.svg", "sessions/{0}~1/attendance", "imports/{0}/errors.csv" })
            {
                var answer = await Admin.Get("/api/" + string.Format(System.Globalization.CultureInfo.InvariantCulture, path, id.Contains('%', StringComparison.Ordinal) ? id : Uri.EscapeDataString(id)));
                // Kestrel itself refuses a NUL in a path, and a path without its id is another call.
                Assert.True((int)answer.Status is 404 or 400 or 405 || id is ".." or "%2e%2e", $"{path} {id}: {answer.Status}");
            }
    }

    [Fact]
    public async Task Texts_may_hold_anything_and_come_back_cleaned()
    {
        var id = (await Admin.Post("/api/trainees", new { givenName = "\u202EӨ\u0308нөр\u0000\t\n болор 🙂", patronymic = "'; drop table people; --" })).IsCreated().Of("id");

        var answer = (await Admin.Get($"/api/trainees/{id}")).IsOk();

        Assert.DoesNotContain(answer.Of("givenName"), c => char.IsControl(c) || c == '\u202E');
        Assert.Equal("'; drop table people; --", answer.Of("patronymic").ToLowerInvariant());
    }

    [Fact]
    public async Task Problems_are_in_the_callers_language()
    {
        async Task<string> Title(string? language, string path = "/api/cohorts/x") => (await Admin.Send(HttpMethod.Get, path, null, null, language)).Of("title");

        Assert.Equal("Олдсонгүй", await Title(null));
        Assert.Equal("Олдсонгүй", await Title("mn"));
        Assert.Equal("Not found", await Title("en-GB,mn;q=0.5"));
        Assert.Equal("Not found", await Title(null, "/api/cohorts/x?lang=en"));
        var invalid = await Admin.Send(HttpMethod.Post, "/api/cohorts?lang=en", new StringContent("{}", Encoding.UTF8, "application/json"), null);
        Assert.Equal("This is required.", Text(invalid.IsInvalid("courseCode", "regionCode", "startDate", "capacity")["errors"]!["capacity"]![0]));
    }

    [Fact]
    public async Task Paths_and_methods_that_are_not_there_are_answered_in_words()
    {
        Assert.Equal("problem.notFound", (await Admin.Get("/api/nothing")).Is(HttpStatusCode.NotFound).Code);
        Assert.Equal("problem.method", (await Admin.Raw(HttpMethod.Patch, "/api/cohorts", "{}")).Is(HttpStatusCode.MethodNotAllowed).Code);
    }
}

[Collection(OnSqlite.Name)]
public sealed class BadInputOnSqlite(SqliteSite site) : BadInput(site);

[Collection(OnPostgres.Name)]
public sealed class BadInputOnPostgres(PostgresSite site) : BadInput(site);
