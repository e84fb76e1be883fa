using System.Text.Json;
using Learning.CheckIn.Tests.Harness;
using Microsoft.Playwright;

namespace Learning.CheckIn.Tests.Scanning;

/// <summary>What the camera sees, and what the app makes of it.</summary>
public sealed class CameraTests(FieldSite site) : IClassFixture<FieldSite>
{
    // 20 pictures a second; the app forgets a code 3 s after it went out of sight.
    private const int FiveSeconds = 100;

    [BrowserFact]
    public Task Same_badge_held_in_frame() => site.Play(async field =>
    {
        var (training, phone) = await field.BeginAsync();
        await phone.HoldAsync(QrPicture.Of(training.People[0].Qr));
        var shown = await phone.NextAsync(0);
        Assert.Equal(("checkedIn", training.People[0].Name), (shown.Result, shown.Name));
        await phone.PicturesAsync(FiveSeconds);
        Assert.Equal(shown.Serial, await phone.SerialAsync());
        Assert.Equal("checkedIn", (await phone.ShownAsync()).Result);
        Assert.Single(await phone.RowsAsync("scans"));
        await phone.NumberIsAsync("#count-here", 1);
        await phone.NumberIsAsync("#count-all", 3);
    });

    [BrowserFact]
    public Task Same_badge_a_minute_later() => site.Play(async field =>
    {
        var (training, phone) = await field.BeginAsync();
        await phone.GoOfflineAsync();
        Assert.Equal("checkedIn", (await phone.ShowAsync(training.People[0].Qr)).Result);
        var at = (await phone.RowsAsync("scans"))[0]["item"]!["capturedAt"]!.GetValue<DateTimeOffset>();
        await phone.SetClockAsync(TimeSpan.FromMinutes(1));
        await phone.PicturesAsync(FiveSeconds);
        var again = await phone.ShowAsync(training.People[0].Qr);
        Assert.Equal(("already", training.People[0].Name), (again.Result, again.Name));
        // Bayankhongor keeps the time of Ulaanbaatar, 8 hours ahead.
        await Assertions.Expect(phone.Page.Locator("#scan .result")).ToContainTextAsync(at.ToOffset(TimeSpan.FromHours(8)).ToString("HH:mm"));
        Assert.Single(await phone.RowsAsync("scans"));
        await phone.NumberIsAsync("#count-here", 1);
    });

    [BrowserFact]
    public Task Invalid_QR_then_a_valid_one() => site.Play(async field =>
    {
        var (training, phone) = await field.BeginAsync();
        await phone.HoldAsync(QrPicture.Torn(training.People[0].Qr));
        await phone.PicturesAsync(FiveSeconds / 2);
        Assert.Equal(0, await phone.SerialAsync());
        Assert.Equal("checkedIn", (await phone.ShowAsync(training.People[1].Qr)).Result);
    });

    [BrowserFact]
    public Task Foreign_QR() => site.Play(async field =>
    {
        const string Foreign = "WIFI:T:WPA;S:Зочны-сүлжээ;P:нууцүг;;";
        var (training, phone) = await field.BeginAsync();
        Assert.Equal("foreign", (await phone.ShowAsync(Foreign)).Result);
        Assert.Equal("foreign", (await phone.ShowAsync("https://learning.example.mn/other/thing")).Result);
        Assert.Empty(await phone.RowsAsync("scans"));
        foreach (var store in new[] { "marks", "sessions", "facts" })
            Assert.DoesNotContain("нууцүг", JsonSerializer.Serialize(await phone.RowsAsync(store), Readable), StringComparison.Ordinal);
        Assert.DoesNotContain("нууцүг", await phone.Page.EvaluateAsync<string>("() => JSON.stringify(localStorage)"), StringComparison.Ordinal);
        Assert.Equal("checkedIn", (await phone.ShowAsync(training.People[0].Qr)).Result);
    });

    [BrowserFact]
    public Task The_badge_as_printed_is_read() => site.Play(async field =>
    {
        var (training, phone) = await field.BeginAsync();
        var before = await phone.SerialAsync();
        await phone.Page.EvaluateAsync("png => phoneCamera.showPicture(png)", Convert.ToBase64String(await field.Server.BytesAsync($"/api/badges/{training.People[2].BadgeId}.png")));
        var shown = await phone.NextAsync(before);
        Assert.Equal(("checkedIn", training.People[2].Name), (shown.Result, shown.Name));
    });

    [BrowserTheory]
    [InlineData("NotAllowedError", "refused")]
    [InlineData("NotFoundError", "none")]
    [InlineData("NotReadableError", "busy")]
    public Task Camera_refused_search_works(string error, string state) => site.Play(async field =>
    {
        var training = await Training.PlanAsync(field.Server);
        var phone = await field.NewPhone();
        await phone.SignInAsync();
        await phone.DownloadAsync(training.Today);
        await phone.Page.EvaluateAsync("error => phoneCamera.state = error", error);
        await phone.ScanAtAsync(training.Today);
        await Assertions.Expect(phone.Page.Locator("#scan")).ToHaveAttributeAsync("data-camera", state);
        // By typing, by name, and with the camera after all.
        Assert.Equal("checkedIn", (await phone.TypeAsync(training.People[0].ShortCode)).Result);
        await phone.FindAsync(training.People[1]);
        await phone.NumberIsAsync("#count-here", 2);
        await phone.Page.EvaluateAsync("() => phoneCamera.state = 'works'");
        await phone.Page.ClickAsync("[data-act=start]");
        Assert.Equal("checkedIn", (await phone.ShowAsync(training.People[2].Qr)).Result);
    }, $"Camera_{state}");

    [BrowserFact]
    public Task A_camera_that_nobody_needs_is_off() => site.Play(async field =>
    {
        var (training, phone) = await field.BeginAsync();
        await Assertions.Expect(phone.Page.Locator("#scan")).ToHaveAttributeAsync("data-camera", "running");
        Assert.Equal(1, await phone.CamerasRunningAsync());
        await phone.Page.ClickAsync("[data-act=pause]");
        Assert.Equal(0, await phone.CamerasRunningAsync());
        await phone.Page.ClickAsync("[data-act=start]");
        await Assertions.Expect(phone.Page.Locator("#scan")).ToHaveAttributeAsync("data-camera", "running");
        await phone.Page.ClickAsync("[data-act=roster]");
        await phone.Page.Locator("#search").WaitForAsync();
        Assert.Equal(0, await phone.CamerasRunningAsync());
    });

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
