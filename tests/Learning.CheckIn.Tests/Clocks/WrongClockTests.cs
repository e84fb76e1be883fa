using System.Text.RegularExpressions;
using Learning.CheckIn.Tests.Harness;
using Microsoft.Playwright;

namespace Learning.CheckIn.Tests.Clocks;

/// <summary>A wrong clock is never a reason to refuse, and never moves a mark to another time or day.</summary>
public sealed class WrongClockTests(FieldSite site) : IClassFixture<FieldSite>
{
    private static readonly TimeSpan Close = TimeSpan.FromMinutes(2);

    private static readonly Regex Today = new("today");

    [BrowserFact]
    public Task Clock_3_days_ahead() => site.Play(async field =>
    {
        var training = await Training.PlanAsync(field.Server);
        var phone = await field.NewPhone();
        await phone.OpenAsync();
        await phone.SetClockAsync(TimeSpan.FromDays(3));
        await phone.SignInAsync();
        await phone.DownloadAsync(training.Today);
        // Today is the server's today.
        await Assertions.Expect(phone.Session(training.Today)).ToHaveClassAsync(Today);
        await phone.ScanAtAsync(training.Today);
        await phone.GoOfflineAsync();
        Assert.Equal("checkedIn", (await phone.TypeAsync(training.People[0].Qr)).Result);
        var now = TimeProvider.System.GetUtcNow();
        await phone.GoOnlineAsync();
        await phone.EverythingSentAsync();

        var attendance = await field.Server.AttendanceAsync(training.Today);
        var scan = Assert.Single(attendance.Scans);
        Assert.InRange(scan["capturedAt"]!.GetValue<DateTimeOffset>() - now, TimeSpan.FromDays(3) - Close, TimeSpan.FromDays(3) + Close);
        Assert.InRange(scan["estimatedAt"]!.GetValue<DateTimeOffset>() - now, -Close, Close);
        Assert.True(scan["estimatedAt"]!.GetValue<DateTimeOffset>() <= scan["receivedAt"]!.GetValue<DateTimeOffset>());
        Assert.Equal([training.People[0].Id], attendance.Here);
        Assert.Equal(["clock"], attendance.FlagsOf(training.People[0]));
    });

    [BrowserFact]
    public Task Clock_changed_mid_session() => site.Play(async field =>
    {
        var (training, phone) = await field.BeginAsync();
        await phone.GoOfflineAsync();
        var now = TimeProvider.System.GetUtcNow();
        await phone.TypeAsync(training.People[0].Qr);
        await phone.SetClockAsync(TimeSpan.FromDays(-2));
        await phone.TypeAsync(training.People[1].Qr);
        await phone.SetClockAsync(TimeSpan.FromDays(1));
        await phone.TypeAsync(training.People[2].Qr);
        await phone.GoOnlineAsync();
        await phone.EverythingSentAsync();

        var attendance = await field.Server.AttendanceAsync(training.Today);
        Assert.Equal(training.People.Select(p => p.Id).ToHashSet(), attendance.Here);
        Assert.All(attendance.Scans, scan => Assert.InRange(scan["estimatedAt"]!.GetValue<DateTimeOffset>() - now, -Close, Close));
        Assert.Empty(attendance.FlagsOf(training.People[0]));
        Assert.Contains("clock", attendance.FlagsOf(training.People[1]));
        Assert.Contains("clock", attendance.FlagsOf(training.People[2]));
    });

    [BrowserFact]
    public Task At_23_30_in_Khovd() => site.Play(async field =>
    {
        // The session was yesterday there. At half past eleven that evening the next day had begun in the capital.
        var yesterday = Training.LocalDay("MN8401").AddDays(-1);
        var training = await Training.PlanAsync(field.Server, region: "MN8401", firstDay: yesterday);
        var capital = await Training.PlanAsync(field.Server, region: "MN1107", firstDay: yesterday, days: 2);
        var late = new DateTimeOffset(training.FirstDay.ToDateTime(new TimeOnly(23, 30)), TimeSpan.FromHours(7));
        var phone = await field.NewPhone();
        await phone.SignInAsync();
        foreach (var session in capital.Sessions) await phone.ListedAsync(session);
        await phone.DownloadAsync(training.Today);
        await phone.GoOfflineAsync();
        await phone.SetClockAsync(late - TimeProvider.System.GetUtcNow());
        await phone.OpenAsync();
        // Each is today's where it is held.
        await Assertions.Expect(phone.Session(training.Today)).ToHaveClassAsync(Today);
        await Assertions.Expect(phone.Session(capital.Sessions[1])).ToHaveClassAsync(Today);
        await Assertions.Expect(phone.Session(capital.Sessions[0])).ToHaveClassAsync(new Regex("^card *$"));
        await phone.ScanAtAsync(training.Today);
        // By the short code: the badge was issued a moment ago and says so.
        Assert.Equal("checkedIn", (await phone.TypeAsync(training.People[0].ShortCode)).Result);
        Assert.Equal("already", (await phone.TypeAsync(training.People[0].ShortCode)).Result);
        await Assertions.Expect(phone.Page.Locator("#scan .result")).ToContainTextAsync("23:3");
        await phone.GoOnlineAsync();
        await phone.EverythingSentAsync();

        var attendance = await field.Server.AttendanceAsync(training.Today);
        Assert.InRange(Assert.Single(attendance.Scans)["estimatedAt"]!.GetValue<DateTimeOffset>() - late, TimeSpan.Zero, Close);
        Assert.Equal([training.People[0].Id], attendance.Here);
        // Of the session's own day, and in time.
        Assert.Empty(attendance.FlagsOf(training.People[0]));
    });
}
