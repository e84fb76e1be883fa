using System.Text.Json.Nodes;
using Learning.CheckIn.Tests.Harness;
using Learning.Web.Accounts.Demo;
using Microsoft.Playwright;

namespace Learning.CheckIn.Tests.Sync;

/// <summary>The queue: whatever the line does, a scan stays until the server has it, and is there once.</summary>
public sealed class QueueTests(FieldSite site) : IClassFixture<FieldSite>
{
    [BrowserFact]
    public Task Two_phones_offline_same_badge() => site.Play(async field =>
    {
        var training = await Training.PlanAsync(field.Server);
        var first = await field.PhoneAt(training.Today, "Нэгдүгээр утас");
        var second = await field.PhoneAt(training.Today, "Хоёрдугаар утас");
        await first.GoOfflineAsync();
        await second.GoOfflineAsync();
        Assert.Equal("checkedIn", (await first.ShowAsync(training.People[0].Qr)).Result);
        Assert.Equal("checkedIn", (await second.ShowAsync(training.People[0].Qr)).Result);
        // The later one is the first to send.
        await second.GoOnlineAsync();
        await second.EverythingSentAsync();
        await first.GoOnlineAsync();
        await first.EverythingSentAsync();

        var attendance = await field.Server.AttendanceAsync(training.Today);
        Assert.Equal([training.People[0].Id], attendance.Here);
        Assert.Equal(2, attendance.ScansOf(training.People[0]).Count);
        Assert.Single(attendance.Scans, s => s["effect"]!.GetValue<string>() == "counted");
        // The earliest of the two is the time that counts.
        var earliest = attendance.Scans.Min(s => s["estimatedAt"]!.GetValue<DateTimeOffset>());
        Assert.Equal(earliest, attendance.Marks[training.People[0].Id]["at"]!.GetValue<DateTimeOffset>());
        await first.NumberIsAsync("#count-here", 1);
        await second.NumberIsAsync("#count-here", 1);
    });

    [BrowserFact]
    public Task Reply_lost_then_retried() => site.Play(async field =>
    {
        var (training, phone) = await field.BeginAsync();
        var looked = new TaskCompletionSource();
        phone.Link.OnUploads(Weather.ReplyLost, new Weather { Wait = looked.Task });
        Assert.Equal("phone", (await phone.ShowAsync(training.People[0].Qr)).Saved);
        looked.SetResult();
        // By itself, after a pause.
        await phone.EverythingSentAsync();
        var row = Assert.Single(await phone.RowsAsync("scans"));
        Assert.Equal("replayed", row["answer"]!["status"]!.GetValue<string>());
        Assert.Single((await field.Server.AttendanceAsync(training.Today)).Scans);
        await Assertions.Expect(phone.Page.Locator("#scan .result-saved")).ToHaveAttributeAsync("data-saved", "sent");
    });

    [BrowserFact]
    public Task Two_parallel_uploads_of_one_scan() => site.Play(async field =>
    {
        var (training, phone) = await field.BeginAsync();
        phone.Link.OnUpload(Weather.Twice);
        foreach (var person in training.People) Assert.Equal("checkedIn", (await phone.TypeAsync(person.Qr)).Result);
        await phone.EverythingSentAsync();
        var attendance = await field.Server.AttendanceAsync(training.Today);
        Assert.Equal(3, attendance.Scans.Count);
        Assert.Equal(training.People.Select(p => p.Id).ToHashSet(), attendance.Here);
        Assert.All(await phone.RowsAsync("scans"), row => Assert.Contains(row["answer"]!["status"]!.GetValue<string>(), new[] { "stored", "replayed" }));
    });

    [BrowserFact]
    public Task One_bad_item_in_200() => site.Play(async field =>
    {
        var (training, phone) = await field.BeginAsync(count: 200);
        await phone.GoOfflineAsync();
        var results = await phone.TypeAllAsync(training.People.Select(p => p.ShortCode));
        Assert.Equal(Enumerable.Repeat("checkedIn", 200), results);
        // What a bug or a damaged disk could leave: a scan of a session that does not exist.
        await phone.Page.EvaluateAsync(Tamper, new object[] { 77, "nowhere/1" });
        // That nothing could be sent until now says nothing of the line that has come: all of it goes at once.
        await phone.GoOnlineAsync();
        await phone.EverythingSentAsync();

        Assert.Equal(1, phone.Link.Uploads);
        var bad = Assert.Single(await phone.RowsAsync("scans"), row => row["answer"]!["status"]!.GetValue<string>() != "stored");
        Assert.Equal((77, "quarantined"), (bad["deviceSeq"]!.GetValue<int>(), bad["answer"]!["status"]!.GetValue<string>()));
        Assert.Equal(199, (await field.Server.AttendanceAsync(training.Today)).Here.Count);
        // The trainer sees it, with a reason.
        await phone.OpenQueueAsync();
        await phone.NumberIsAsync("#refused", 1);
        await phone.NumberIsAsync("#waiting", 0);
        await Assertions.Expect(phone.Page.Locator($"[data-scan='{bad["scanId"]!.GetValue<string>()}'][data-state=refused]").First).ToBeVisibleAsync();
    });

    [BrowserFact]
    public Task Captive_portal() => site.Play(async field =>
    {
        var (training, phone) = await field.BeginAsync();
        foreach (var (portal, i) in new[] { Weather.Portal, Weather.PortalElsewhere, Weather.Says(404), Weather.Says(400), Weather.Says(200, "application/json", "{\"results\":[]}") }.Select((p, i) => (p, i)))
        {
            phone.Link.Weather = _ => portal;
            var shown = i < 3 ? await phone.ShowAsync(training.People[i].Qr) : await phone.ShownAsync();
            Assert.Equal(("checkedIn", "phone"), (shown.Result, shown.Saved));
            var passed = phone.Link.Passages.Count;
            await phone.WakeAsync();
            await Eventually.IsTrue(() => Task.FromResult(phone.Link.Passages.Skip(passed).Any(p => p.Path == Link.Upload)), "the phone has tried to send");
            // A page that answers is not the server.
            await Assertions.Expect(phone.Page.Locator("#line")).ToHaveAttributeAsync("data-line", "offline");
            Assert.All(await phone.RowsAsync("scans"), row => Assert.Equal("waiting", row["state"]!.GetValue<string>()));
        }

        await phone.NumberIsAsync("#count-waiting", 3);
        phone.Link.Up();
        await phone.WakeAsync();
        await phone.EverythingSentAsync();
        Assert.Equal(3, (await field.Server.AttendanceAsync(training.Today)).Here.Count);
        await Assertions.Expect(phone.Page.Locator("#line")).ToHaveAttributeAsync("data-line", "online");
    });

    [BrowserFact]
    public Task Too_large_or_too_slow_is_sent_in_smaller_parts() => site.Play(async field =>
    {
        var (training, phone) = await field.BeginAsync(count: 40);
        await phone.GoOfflineAsync();
        await phone.TypeAllAsync(training.People.Select(p => p.ShortCode));
        // Something on the way that takes no more than 3,000 bytes; a scan has about 500.
        var sizes = new List<long>();
        phone.Link.Weather = request =>
        {
            if (request.Path != Link.Upload) return null;
            sizes.Add(request.ContentLength!.Value);
            return request.ContentLength > 3_000 ? Weather.Says(413) : null;
        };
        await phone.Browser.SetOfflineAsync(false);
        await phone.EverythingSentAsync();
        // It tried larger ones, and found what passes.
        Assert.Contains(sizes, size => size > 3_000);
        Assert.Equal(40, (await field.Server.AttendanceAsync(training.Today)).Here.Count);
        Assert.All(await phone.RowsAsync("scans"), row => Assert.Equal("stored", row["answer"]!["status"]!.GetValue<string>()));
    });

    [BrowserFact]
    public Task Grant_expired_with_300_queued() => site.Play(async field =>
    {
        var (training, more) = (await Training.PlanAsync(field.Server, count: 200, days: 2), 100);
        var phone = await field.PhoneAt(training.Today);
        await phone.GoOfflineAsync();
        await phone.TypeAllAsync(training.People.Select(p => p.ShortCode));
        await phone.AppendAsync(training.Sessions[1], training.People.Take(more));
        // Three months in a drawer.
        await phone.SetClockAsync(TimeSpan.FromDays(91));
        await phone.ReopenAtAsync(training.Today);
        await phone.NumberIsAsync("#count-waiting", 300);
        await phone.GoOnlineAsync();
        await Assertions.Expect(phone.Page.Locator("#line")).ToHaveAttributeAsync("data-line", "signIn");
        Assert.Equal(0, phone.Link.Uploads);
        Assert.Equal(300, (await phone.RowsAsync("scans")).Count(row => row["state"]!.GetValue<string>() == "waiting"));

        await phone.Page.ClickAsync("#line");
        await phone.SignInAgainAsync();
        // That its clock is wrong it knows since the server has answered, and looks at the queue again within half a minute.
        await phone.WakeAsync();
        await phone.EverythingSentAsync();
        Assert.Equal(200, (await field.Server.AttendanceAsync(training.Today)).Here.Count);
        Assert.Equal(100, (await field.Server.AttendanceAsync(training.Sessions[1])).Here.Count);
        Assert.All(await phone.RowsAsync("scans"), row => Assert.Equal("stored", row["answer"]!["status"]!.GetValue<string>()));
    });

    [BrowserFact]
    public Task Not_signed_in_any_more_keeps_the_queue() => site.Play(async field =>
    {
        var (training, phone) = await field.BeginAsync();
        phone.Link.OnUpload(Weather.Says(401, "application/problem+json", "{\"status\":401}"));
        Assert.Equal("phone", (await phone.ShowAsync(training.People[0].Qr)).Saved);
        await Assertions.Expect(phone.Page.Locator("#line")).ToHaveAttributeAsync("data-line", "signIn");
        // Checking in goes on.
        Assert.Equal(("checkedIn", "phone"), await phone.ShowAsync(training.People[1].Qr) is var s ? (s.Result, s.Saved) : default);
        await phone.NumberIsAsync("#count-waiting", 2);
        await phone.Page.ClickAsync("#line");
        await phone.Page.Locator("#password").WaitForAsync();
        phone.Link.Up();
        await phone.SignInAgainAsync();
        await phone.EverythingSentAsync();
        Assert.Equal(2, (await field.Server.AttendanceAsync(training.Today)).Here.Count);
        // It is the same phone still: its numbers go on without a gap.
        var device = (await phone.RowsAsync("scans"))[0]["deviceId"]!.GetValue<string>();
        await field.Server.MissingIsAsync(device);
    });

    [BrowserFact]
    public Task Sent_while_somebody_types_the_password_the_button_stays_where_it_was() => site.Play(async field =>
    {
        var (training, phone) = await field.BeginAsync();
        phone.Link.OnUpload(Weather.Says(401, "application/problem+json", "{\"status\":401}"));
        await phone.ShowAsync(training.People[0].Qr);
        await Assertions.Expect(phone.Page.Locator("#line")).ToHaveAttributeAsync("data-line", "signIn");
        var open = new TaskCompletionSource();
        phone.Link.OnUpload(new Weather { Wait = open.Task });
        await phone.ShowAsync(training.People[1].Qr);
        await phone.Page.ClickAsync("#line");
        await phone.Page.FillAsync("#password", DemoAccounts.Password);
        await Assertions.Expect(phone.Page.Locator("#kept")).ToContainTextAsync("2");
        var before = await phone.Page.Locator("#enrol").BoundingBoxAsync();
        open.SetResult();
        await phone.EverythingSentAsync();
        await Assertions.Expect(phone.Page.Locator("#kept")).ToHaveCountAsync(0);
        // The tap leaves the field first, which may redraw the page between the finger's coming and its going.
        await phone.Page.Locator("#password").BlurAsync();
        var after = await phone.Page.Locator("#enrol").BoundingBoxAsync();
        Assert.Equal((before!.X, before.Y), (after!.X, after.Y));
        await phone.Page.ClickAsync("#enrol");
        await phone.Page.Locator("#offline").WaitForAsync();
        Assert.Equal(2, (await field.Server.AttendanceAsync(training.Today)).Here.Count);
    });

    [BrowserFact]
    public Task Device_revoked_with_a_queue() => site.Play(async field =>
    {
        var (training, phone) = await field.BeginAsync();
        await phone.GoOfflineAsync();
        await phone.TypeAllAsync(training.People.Select(p => p.Qr));
        var device = (await phone.RowsAsync("scans"))[0]["deviceId"]!.GetValue<string>();
        await field.Server.SendAsync(HttpMethod.Delete, $"/api/devices/{device}");
        // The list would only be refreshed when it is no longer fresh.
        await phone.SetClockAsync(TimeSpan.FromMinutes(10));
        await phone.GoOnlineAsync();
        await phone.EverythingSentAsync();

        // All three came, none counts before somebody has looked, and the names are off the phone.
        var attendance = await field.Server.AttendanceAsync(training.Today);
        Assert.Empty(attendance.Here);
        Assert.Equal(3, attendance.Scans.Count);
        Assert.All(training.People, person => Assert.Contains("device", attendance.FlagsOf(person)));
        await Eventually.IsTrue(async () => (await phone.RowsAsync("sessions")).Count == 0, "the lists are off the phone");
        Assert.Equal(3, (await phone.RowsAsync("scans")).Count);
    });

    [BrowserFact]
    public Task Sequence_gap() => site.Play(async field =>
    {
        var (training, phone) = await field.BeginAsync();
        await phone.GoOfflineAsync();
        await phone.TypeAllAsync(training.People.Select(p => p.Qr));
        // A scan that a damaged disk lost.
        await phone.Page.EvaluateAsync(Tamper, new object?[] { 2, null });
        await phone.GoOnlineAsync();
        await phone.EverythingSentAsync();
        var device = (await phone.RowsAsync("scans"))[0]["deviceId"]!.GetValue<string>();
        await field.Server.MissingIsAsync(device, (2, 2));
    });

    [BrowserFact]
    public Task Two_tabs_draining() => site.Play(async field =>
    {
        var (training, phone) = await field.BeginAsync(count: 12);
        await phone.GoOfflineAsync();
        await phone.TypeAllAsync(training.People.Take(10).Select(p => p.Qr));
        var other = await phone.NewTabAsync();
        await other.GotoAsync(phone.Page.Url);
        await Assertions.Expect(other.Locator("#count-here")).ToHaveTextAsync("10");
        // What one tab checks in, the other shows.
        await phone.TypeAsync(training.People[10].Qr);
        await Assertions.Expect(other.Locator("#count-here")).ToHaveTextAsync("11");
        await phone.GoOnlineAsync();
        await phone.EverythingSentAsync();
        await Assertions.Expect(other.Locator("#count-waiting")).ToHaveTextAsync("0");

        // One at a time: nothing was sent twice.
        Assert.All(await phone.RowsAsync("scans"), row => Assert.Equal("stored", row["answer"]!["status"]!.GetValue<string>()));
        Assert.Equal(11, (await field.Server.AttendanceAsync(training.Today)).Scans.Count);
    });

    [BrowserFact]
    public Task Unsent_scans_can_be_exported() => site.Play(async field =>
    {
        var (training, phone) = await field.BeginAsync();
        await phone.GoOfflineAsync();
        await phone.TypeAllAsync(training.People.Take(2).Select(p => p.Qr));
        await phone.OpenQueueAsync();
        await phone.NumberIsAsync("#waiting", 2);
        var saved = await phone.Page.RunAndWaitForDownloadAsync(() => phone.Page.ClickAsync("[data-act=export]"));
        var file = JsonNode.Parse(await File.ReadAllTextAsync(await saved.PathAsync()))!;
        Assert.Equal(("learning-unsent", 1), (file["kind"]!.GetValue<string>(), file["version"]!.GetValue<int>()));
        Assert.Equal([1, 2], file["items"]!.AsArray().Select(i => i!["deviceSeq"]!.GetValue<int>()));
        // They wait on, all the same.
        await phone.NumberIsAsync("#waiting", 2);
    });

    // Gives the scan with that number another session, or removes it.
    private const string Tamper =
        """
        ([number, sessionId]) => new Promise((done, failed) => {
          const opening = indexedDB.open('learning-checkin');
          opening.onerror = () => failed(opening.error);
          opening.onsuccess = () => {
            const db = opening.result, t = db.transaction('scans', 'readwrite'), scans = t.objectStore('scans');
            t.oncomplete = () => { db.close(); done(); };
            t.onabort = () => failed(t.error);
            scans.openCursor().onsuccess = e => {
              const at = e.target.result;
              if (!at) return;
              if (at.value.deviceSeq === number) sessionId ? at.update({ ...at.value, item: { ...at.value.item, sessionId } }) : at.delete();
              at.continue();
            };
          };
        })
        """;
}
