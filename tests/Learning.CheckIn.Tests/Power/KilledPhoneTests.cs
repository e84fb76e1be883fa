using Learning.CheckIn.Tests.Harness;
using Microsoft.Playwright;

namespace Learning.CheckIn.Tests.Power;

/// <summary>Dead batteries, full disks, lost disks. Green means: it is on the disk.</summary>
public sealed class KilledPhoneTests(FieldSite site) : IClassFixture<FieldSite>
{
    [BrowserFact]
    public Task App_killed_right_after_green() => site.Play(async field =>
    {
        var (training, phone) = await field.BeginAsync();
        await phone.GoOfflineAsync();
        Assert.Equal("checkedIn", (await phone.TypeAsync(training.People[0].Qr)).Result);
        await phone.KillAsync();
        await phone.StartAsync();
        // Without a signal: the app, the list and the tick are all on the phone.
        await phone.ReopenAtAsync(training.Today);
        await phone.NumberIsAsync("#count-here", 1);
        await phone.NumberIsAsync("#count-waiting", 1);
        Assert.Equal("already", (await phone.TypeAsync(training.People[0].Qr)).Result);
        Assert.Equal("checkedIn", (await phone.TypeAsync(training.People[1].Qr)).Result);
        await phone.GoOnlineAsync();
        await phone.EverythingSentAsync();
        var attendance = await field.Server.AttendanceAsync(training.Today);
        Assert.Equal(training.People.Take(2).Select(p => p.Id).ToHashSet(), attendance.Here);
        Assert.Equal([1, 2], attendance.Scans.Select(s => s["deviceSeq"]!.GetValue<int>()).Order());
    });

    [BrowserFact]
    public Task App_killed_while_it_waits_for_the_answer() => site.Play(async field =>
    {
        var (training, phone) = await field.BeginAsync();
        phone.Link.OnUploads(Weather.ReplyLost, Weather.ReplyLost, Weather.ReplyLost);
        Assert.Equal("checkedIn", (await phone.TypeAsync(training.People[0].Qr)).Result);
        await Eventually.IsTrue(() => Task.FromResult(phone.Link.Uploads > 0), "the server has it");
        await phone.KillAsync();
        phone.Link.Up();
        await phone.StartAsync();
        await phone.OpenAsync();
        await phone.EverythingSentAsync();
        Assert.Single((await field.Server.AttendanceAsync(training.Today)).Scans);
        Assert.Equal("replayed", Assert.Single(await phone.RowsAsync("scans"))["answer"]!["status"]!.GetValue<string>());
    });

    [BrowserFact]
    public Task Killed_before_oncomplete() => site.Play(async field =>
    {
        var (training, phone) = await field.BeginAsync();
        await phone.GoOfflineAsync();
        // The disk takes the scan and does not come to an end.
        await phone.Page.EvaluateAsync(
            """
            () => {
              const add = IDBObjectStore.prototype.add;
              IDBObjectStore.prototype.add = function (...row) {
                const added = add.apply(this, row), goOn = () => { this.count().onsuccess = goOn; };
                added.addEventListener('success', () => { window.added = true; goOn(); });
                return added;
              };
            }
            """);
        await phone.Page.FillAsync("#typed", training.People[0].Qr);
        await phone.Page.PressAsync("#typed", "Enter");
        await phone.Page.WaitForFunctionAsync("() => window.added");
        await phone.PicturesAsync(40);
        // No green, no count: nothing has been promised.
        Assert.Equal(0, await phone.SerialAsync());
        await phone.NumberIsAsync("#count-here", 0);
        await phone.KillAsync();
        await phone.StartAsync();
        await phone.ReopenAtAsync(training.Today);
        Assert.Empty(await phone.RowsAsync("scans"));
        Assert.Empty(await phone.RowsAsync("marks"));
        Assert.Equal("checkedIn", (await phone.TypeAsync(training.People[0].Qr)).Result);
        await phone.GoOnlineAsync();
        await phone.EverythingSentAsync();
        var scan = Assert.Single((await field.Server.AttendanceAsync(training.Today)).Scans);
        Assert.Equal(1, scan["deviceSeq"]!.GetValue<int>());
    });

    [BrowserFact]
    public Task Storage_full() => site.Play(async field =>
    {
        var (training, phone) = await field.BeginAsync();
        await phone.GoOfflineAsync();
        Assert.Equal("checkedIn", (await phone.ShowAsync(training.People[0].Qr)).Result);
        await phone.FillDiskAsync();
        await phone.ReopenAtAsync(training.Today);
        await phone.NumberIsAsync("#count-here", 1);
        // Loud, and the camera stops: nobody must go on as if.
        var shown = await phone.ShowAsync(training.People[1].Qr);
        Assert.Equal(("failed", ""), (shown.Result, shown.Saved));
        await Assertions.Expect(phone.Page.Locator("#scan .result")).ToBeVisibleAsync();
        Assert.Equal(0, await phone.CamerasRunningAsync());
        await phone.NumberIsAsync("#count-here", 1);
        Assert.Single(await phone.RowsAsync("scans"));

        // With room again it goes on where it was.
        await phone.EmptyDiskAsync();
        await phone.Page.ClickAsync("[data-act=start]");
        Assert.Equal("checkedIn", (await phone.ShowAsync(training.People[1].Qr)).Result);
        await phone.GoOnlineAsync();
        await phone.EverythingSentAsync();
        Assert.Equal([1, 2], (await field.Server.AttendanceAsync(training.Today)).Scans.Select(s => s["deviceSeq"]!.GetValue<int>()).Order());
    });

    [BrowserFact]
    public Task Browser_data_wiped() => site.Play(async field =>
    {
        var (training, phone) = await field.BeginAsync();
        Assert.Equal("checkedIn", (await phone.TypeAsync(training.People[0].Qr)).Result);
        await phone.EverythingSentAsync();
        var before = (await phone.RowsAsync("scans"))[0]["deviceId"]!.GetValue<string>();
        await phone.GoOfflineAsync();
        Assert.Equal("checkedIn", (await phone.TypeAsync(training.People[1].Qr)).Result);
        await phone.Page.GotoAsync("about:blank");
        var disk = await phone.Browser.NewCDPSessionAsync(phone.Page);
        await disk.SendAsync("Storage.clearDataForOrigin", new() { ["origin"] = Phone.Origin, ["storageTypes"] = "all" });

        // The app asks who it is, as on a new phone, and becomes one. What was sent is safe; what was not is scanned again.
        await phone.GoOnlineAsync();
        await phone.SignInAsync("Утас, дахин");
        await phone.DownloadAsync(training.Today);
        await phone.ScanAtAsync(training.Today);
        await phone.NumberIsAsync("#count-here", 1);
        Assert.Equal("already", (await phone.TypeAsync(training.People[0].Qr)).Result);
        Assert.Equal("checkedIn", (await phone.TypeAsync(training.People[1].Qr)).Result);
        await phone.EverythingSentAsync();
        Assert.All(await phone.RowsAsync("scans"), row => Assert.NotEqual(before, row["deviceId"]!.GetValue<string>()));
        Assert.Equal(training.People.Take(2).Select(p => p.Id).ToHashSet(), (await field.Server.AttendanceAsync(training.Today)).Here);
    });
}
