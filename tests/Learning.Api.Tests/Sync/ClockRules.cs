using Learning.Api.Tests.Site;

namespace Learning.Api.Tests.Sync;

/// <summary>Wrong clocks are never refused.</summary>
public abstract class ClockRules(ApiSite site) : Scenario(site)
{
    [Fact]
    public async Task A_wrong_clock_is_corrected_by_its_offset_and_flagged()
    {
        var cohort = await Cohort();
        var person = await Enrolled(cohort);
        var (device, phone) = await Phone();
        var ahead = TimeSpan.FromDays(3);

        var result = (await UploadAt(phone, device, DateTimeOffset.UtcNow + ahead, Scan($"{cohort}/1", person, at: DateTimeOffset.UtcNow.AddMinutes(-5) + ahead)))[0]!;

        Assert.Equal("counted", Text(result["effect"]));
        Assert.Equal(["clock"], Texts(result["reasons"]));
        var scan = Assert.Single((await Attendance($"{cohort}/1"))["scans"]!.AsArray())!;
        Assert.Equal(DateTimeOffset.UtcNow.AddMinutes(-5), scan["estimatedAt"]!.GetValue<DateTimeOffset>(), TimeSpan.FromSeconds(20));
        Assert.Equal(DateTimeOffset.UtcNow + ahead, scan["capturedAt"]!.GetValue<DateTimeOffset>(), TimeSpan.FromMinutes(6));
    }

    [Fact]
    public async Task A_time_in_the_future_is_capped_at_arrival()
    {
        var cohort = await Cohort();
        var person = await Enrolled(cohort);
        var (device, phone) = await Phone();

        await Upload(phone, device, Scan($"{cohort}/1", person, at: DateTimeOffset.UtcNow.AddHours(5)));

        var scan = Assert.Single((await Attendance($"{cohort}/1"))["scans"]!.AsArray())!;
        Assert.Equal(scan["receivedAt"]!.GetValue<DateTimeOffset>(), scan["estimatedAt"]!.GetValue<DateTimeOffset>());
        Assert.Contains("clock", Texts(scan["flags"]));
    }

    [Fact]
    public async Task A_device_clock_that_cannot_be_read_refuses_nothing()
    {
        var cohort = await Cohort();
        var person = await Enrolled(cohort);
        var (_, phone) = await Phone();

        var answer = await phone.Raw(HttpMethod.Post, "/api/sync/scans", $$"""{"deviceId":5,"deviceNow":"noon","items":[{{Scan($"{cohort}/1", person).ToJsonString()}}]}""");

        Assert.Equal("counted", Text(answer.IsOk()["results"]![0]!["effect"]));
    }

    [Fact]
    public async Task Half_past_eleven_at_night_in_Khovd_is_still_that_day()
    {
        var hovd = TimeZoneInfo.FindSystemTimeZoneById("Asia/Hovd");
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, hovd).DateTime).AddDays(-2);
        var plan = new { courseCode = "BIZ-101", regionCode = "MN84", venue = "Ховд", startDate = day.ToString("O"), days = 1, capacity = 9, trainers = new[] { "trainer" } };
        var cohort = (await Admin.Post("/api/cohorts", plan)).IsCreated().Of("id");
        var person = await Enrolled(cohort);
        var badge = (await Badge(person)).Of("badgeId");
        var local = day.ToDateTime(new TimeOnly(23, 30));
        var (device, phone) = await Phone();

        var result = (await Upload(phone, device, Scan($"{cohort}/1", badgeId: badge, at: new DateTimeOffset(local, hovd.GetUtcOffset(local)))))[0]!;

        // The badge is younger than the session; only that is remarkable, not the day.
        Assert.DoesNotContain("otherDay", Texts(result["reasons"]));
    }
}

[Collection(OnSqlite.Name)]
public sealed class ClockRulesOnSqlite(SqliteSite site) : ClockRules(site);

[Collection(OnPostgres.Name)]
public sealed class ClockRulesOnPostgres(PostgresSite site) : ClockRules(site);
