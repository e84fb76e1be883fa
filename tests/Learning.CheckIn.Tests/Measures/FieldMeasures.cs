using System.Diagnostics;
using Learning.CheckIn.Tests.Harness;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Learning.CheckIn.Tests.Measures;

/// <summary>
/// How much a first visit downloads, and how fast the app is, held to the goals of the protocol. What is timed is measured by
/// <c>./bench field</c>, which runs this alone, and left out of <c>./test</c>, which runs other things at the same time.
/// </summary>
public sealed class FieldMeasures(FieldSite site, ITestOutputHelper output) : IClassFixture<FieldSite>
{
    private const int MostBytes = 2_200_000;

    private static readonly TimeSpan ColdStart = TimeSpan.FromSeconds(6);

    private static readonly TimeSpan FirstCheckIn = TimeSpan.FromSeconds(1.5);

    private const int LeastAMinute = 30;

    [BrowserFact]
    public Task A_first_visit_downloads_at_most_2_2_MB_and_then_the_app_is_on_the_phone() => site.Play(async field =>
    {
        var phone = await field.NewPhone(isInstalled: false);
        await phone.OpenAsync();
        await phone.InstalledAsync();
        var bytes = phone.Link.Passages.Sum(p => p.Bytes);
        output.WriteLine($"First visit: {bytes / 1000.0:N0} kB in {phone.Link.Passages.Count} requests");
        foreach (var big in phone.Link.Passages.OrderByDescending(p => p.Bytes).Take(8)) output.WriteLine($"{big.Bytes / 1000.0,8:N0} kB  {big.Path}");
        foreach (var twice in phone.Link.Passages.Where(p => p.Bytes > 0).GroupBy(p => p.Path).Where(g => g.Count() > 1)) output.WriteLine($"{twice.Count()} times: {twice.Key}");
        Assert.InRange(bytes, 1, MostBytes);
    });

    [BrowserFact, Trait("kind", "measure")]
    public Task Offline_cold_start_with_a_four_times_slower_processor() => site.Play(async field =>
    {
        var (training, phone) = await field.BeginAsync(count: 60);
        await phone.GoOfflineAsync();
        var times = new List<TimeSpan>();
        for (var i = 0; i < 3; i++)
        {
            await phone.KillAsync();
            await phone.StartAsync();
            var processor = await phone.Browser.NewCDPSessionAsync(phone.Page);
            await processor.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = 4 });
            var watch = Stopwatch.StartNew();
            await phone.OpenAsync();
            await phone.Session(training.Today).Locator("[data-act=scan]").WaitForAsync();
            times.Add(watch.Elapsed);
        }

        Tell("Offline cold start, processor slowed 4 times, to the list of sessions", times);
        Assert.InRange(Median(times), TimeSpan.Zero, ColdStart);
    });

    [BrowserFact, Trait("kind", "measure")]
    public Task First_check_in_after_tapping_Scan() => site.Play(async field =>
    {
        var training = await Training.PlanAsync(field.Server, count: 5);
        var phone = await field.NewPhone();
        await phone.SignInAsync();
        await phone.DownloadAsync(training.Today);
        await phone.GoOfflineAsync();
        var times = new List<TimeSpan>();
        foreach (var person in training.People)
        {
            // A new start of the app each time, with the badge held ready: nothing has been read or opened before.
            await phone.OpenAsync();
            await phone.HoldAsync(QrPicture.Of(person.Qr));
            var watch = Stopwatch.StartNew();
            await phone.ScanAtAsync(training.Today);
            Assert.Equal("checkedIn", (await phone.NextAsync(0)).Result);
            times.Add(watch.Elapsed);
        }

        Tell("First check-in after tapping Scan", times);
        Assert.InRange(Median(times), TimeSpan.Zero, FirstCheckIn);
    });

    [BrowserFact, Trait("kind", "measure")]
    public Task Sixty_badges_one_after_another() => site.Play(async field =>
    {
        const int Count = 60;
        var (training, phone) = await field.BeginAsync(Count);
        await phone.GoOfflineAsync();
        await Assertions.Expect(phone.Page.Locator("#scan")).ToHaveAttributeAsync("data-camera", "running");
        // The pictures between two badges cost time as well.
        await phone.Page.EvaluateAsync("() => void phoneCamera.take(Infinity)");
        var watch = Stopwatch.StartNew();
        // Each is held until its result shows, as people do who wait their turn.
        foreach (var person in training.People)
        {
            var shown = await phone.ShowAsync(person.Qr);
            Assert.Equal(("checkedIn", person.Name), (shown.Result, shown.Name));
        }

        var aMinute = Count / watch.Elapsed.TotalMinutes;
        output.WriteLine($"{Count} different badges in {watch.Elapsed.TotalSeconds:0.0} s: {aMinute:0} a minute");
        await phone.NumberIsAsync("#count-here", Count);
        Assert.True(aMinute >= LeastAMinute, $"{aMinute:0} a minute");
        await phone.GoOnlineAsync();
        await phone.EverythingSentAsync();
        Assert.Equal(Count, (await field.Server.AttendanceAsync(training.Today)).Here.Count);
    });

    private static TimeSpan Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);

    private void Tell(string what, List<TimeSpan> times) =>
        output.WriteLine($"{what}: median {Median(times).TotalSeconds:0.00} s of {string.Join(", ", times.Select(t => $"{t.TotalSeconds:0.00}"))}");
}
