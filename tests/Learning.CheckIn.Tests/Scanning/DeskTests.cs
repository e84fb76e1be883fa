using Learning.CheckIn.Tests.Harness;
using Microsoft.Playwright;

namespace Learning.CheckIn.Tests.Scanning;

/// <summary>What a trainer does besides scanning.</summary>
public sealed class DeskTests(FieldSite site) : IClassFixture<FieldSite>
{
    [BrowserFact]
    public Task A_scan_that_comes_while_a_finger_is_on_Undo_takes_nobody_else_back() => site.Play(async field =>
    {
        var (training, phone) = await field.BeginAsync();
        await phone.TypeAsync(training.People[0].Qr);
        var undo = phone.Page.Locator("#scan [data-undo]").First;
        await undo.HoverAsync();
        await phone.Page.Mouse.DownAsync();
        await phone.ShowAsync(training.People[1].Qr);
        await phone.ShowAsync(training.People[2].Qr);
        await undo.HoverAsync();
        await phone.Page.Mouse.UpAsync();
        // Whatever the finger did would have come before this one.
        Assert.Equal("already", (await phone.TypeAsync(training.People[2].Qr)).Result);
        await phone.EverythingSentAsync();

        Assert.Equal(training.People.Select(p => p.Id).ToHashSet(), (await field.Server.AttendanceAsync(training.Today)).Here);
    });

    [BrowserFact]
    public Task Wrong_session_chosen() => site.Play(async field =>
    {
        var (here, there) = (await Training.PlanAsync(field.Server), await Training.PlanAsync(field.Server, venue: "Эрдэнэцогт сумын Засаг даргын Тамгын газар"));
        var phone = await field.NewPhone();
        await phone.SignInAsync();
        await phone.DownloadAsync(here.Today);
        await phone.DownloadAsync(there.Today);
        await phone.ScanAtAsync(here.Today);
        await phone.GoOfflineAsync();
        var guest = there.People[0];
        var shown = await phone.ShowAsync(guest.Qr);
        Assert.Equal(("otherSession", guest.Name), (shown.Result, shown.Name));
        Assert.Empty(await phone.RowsAsync("scans"));

        // The trainer notices, goes to the other session, and checks in there.
        await phone.ReopenAtAsync(there.Today);
        Assert.Equal("checkedIn", (await phone.ShowAsync(guest.Qr)).Result);
        // Another guest stays here all the same.
        await phone.ReopenAtAsync(here.Today);
        Assert.Equal("otherSession", (await phone.ShowAsync(there.People[1].Qr)).Result);
        var kept = await phone.ResultOfAsync(() => phone.Page.ClickAsync("#scan [data-act=anyway]"));
        Assert.Equal(("checkedIn", there.People[1].Name, "phone"), (kept.Result, kept.Name, kept.Saved));

        await phone.GoOnlineAsync();
        await phone.EverythingSentAsync();
        Assert.Equal([guest.Id], (await field.Server.AttendanceAsync(there.Today)).Here);
        var attendance = await field.Server.AttendanceAsync(here.Today);
        Assert.Equal([there.People[1].Id], attendance.Here);
        Assert.Contains("walkIn", attendance.FlagsOf(there.People[1]));
    });

    [BrowserFact]
    public Task A_valid_badge_that_is_on_no_list() => site.Play(async field =>
    {
        var training = await Training.PlanAsync(field.Server);
        var stranger = await Training.RegisterAsync(field.Server);
        var phone = await field.PhoneAt(training.Today);
        await phone.GoOfflineAsync();
        Assert.Equal("notOnList", (await phone.ShowAsync(stranger.Qr)).Result);
        Assert.Equal("checkedIn", (await phone.ResultOfAsync(() => phone.Page.ClickAsync("#scan [data-act=anyway]"))).Result);
        await phone.GoOnlineAsync();
        await phone.EverythingSentAsync();
        Assert.Equal([stranger.Id], (await field.Server.AttendanceAsync(training.Today)).Here);
    });

    [BrowserFact]
    public Task Somebody_who_withdrew() => site.Play(async field =>
    {
        var training = await Training.PlanAsync(field.Server);
        await field.Server.SendAsync(HttpMethod.Delete, $"/api/cohorts/{training.CohortId}/enrolments/{training.People[0].Id}");
        var phone = await field.PhoneAt(training.Today);
        await phone.GoOfflineAsync();
        var shown = await phone.ShowAsync(training.People[0].Qr);
        Assert.Equal(("withdrawn", training.People[0].Name), (shown.Result, shown.Name));
        Assert.Empty(await phone.RowsAsync("scans"));
    });

    [BrowserFact]
    public Task A_walk_in_takes_three_fields_and_no_signal() => site.Play(async field =>
    {
        var (training, phone) = await field.BeginAsync();
        await phone.GoOfflineAsync();
        await phone.Page.ClickAsync("[data-act=walkIn]");
        await phone.Page.FillAsync("#patronymic", "Цэрэндулмаагийн");
        await phone.Page.FillAsync("#givenName", "Өлзийхутаг");
        await phone.Page.FillAsync("#phone", "99012345");
        await phone.Page.ClickAsync("#register");
        await phone.Page.Locator("#scan[data-result=checkedIn]").WaitForAsync();
        Assert.Equal(("Цэрэндулмаагийн Өлзийхутаг", "phone"), (await phone.ShownAsync() is var s ? (s.Name, s.Saved) : default));
        await phone.NumberIsAsync("#count-here", 1);
        await phone.GoOnlineAsync();
        await phone.EverythingSentAsync();
        var attendance = await field.Server.AttendanceAsync(training.Today);
        var mark = Assert.Single(attendance.Marks.Values);
        Assert.Equal(("Цэрэндулмаагийн Өлзийхутаг", "present"), (mark["name"]!.GetValue<string>(), mark["mark"]!.GetValue<string>()));
        Assert.Contains("walkIn", mark["flags"]!.AsArray().Select(f => f!.GetValue<string>()));
    });

    [BrowserFact]
    public Task A_walk_in_without_a_name_is_told_what_is_missing() => site.Play(async field =>
    {
        var (training, phone) = await field.BeginAsync();
        await phone.Page.ClickAsync("[data-act=walkIn]");
        await phone.Page.FillAsync("#phone", "99012345");
        await phone.Page.ClickAsync("#register");
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Assertions.Expect(phone.Page.Locator("#givenName")).ToBeFocusedAsync();
        Assert.Equal("99012345", await phone.Page.InputValueAsync("#phone"));
        Assert.Empty(await phone.RowsAsync("scans"));
    });

    [BrowserFact]
    public Task Void_then_rescan() => site.Play(async field =>
    {
        var (training, phone) = await field.BeginAsync();
        await phone.GoOfflineAsync();
        await phone.HoldAsync(QrPicture.Of(training.People[0].Qr));
        Assert.Equal("checkedIn", (await phone.NextAsync(0)).Result);
        await phone.HoldAsync(null);
        Assert.Equal("undone", (await phone.UndoLastAsync()).Result);
        await phone.NumberIsAsync("#count-here", 0);
        // At once: what was taken back may be scanned again without waiting.
        Assert.Equal("checkedIn", (await phone.ShowAsync(training.People[0].Qr)).Result);
        await phone.NumberIsAsync("#count-here", 1);
        await phone.GoOnlineAsync();
        await phone.EverythingSentAsync();

        var attendance = await field.Server.AttendanceAsync(training.Today);
        Assert.Equal([training.People[0].Id], attendance.Here);
        Assert.Equal(["in", "void", "in"], attendance.Scans.OrderBy(s => s["deviceSeq"]!.GetValue<int>()).Select(s => s["kind"]!.GetValue<string>()));
        Assert.Equal(["counted", "voided"], (await phone.RowsAsync("scans")).Select(r => r["answer"]!["effect"]!.GetValue<string>()).Distinct().Order());
    });

    [BrowserFact]
    public Task The_last_three_can_be_taken_back() => site.Play(async field =>
    {
        var (training, phone) = await field.BeginAsync(count: 5);
        await phone.TypeAllAsync(training.People.Select(p => p.Qr));
        await Assertions.Expect(phone.Page.Locator("#scan [data-undo]")).ToHaveCountAsync(3);
        for (var i = 0; i < 3; i++) await phone.UndoLastAsync();
        await phone.EverythingSentAsync();
        Assert.Equal(training.People.Take(2).Select(p => p.Id).ToHashSet(), (await field.Server.AttendanceAsync(training.Today)).Here);
    });

    [BrowserFact]
    public Task Found_by_name_from_two_letters_whatever_the_keyboard() => site.Play(async field =>
    {
        var (training, phone) = await field.BeginAsync(count: 6);
        await phone.Page.ClickAsync("[data-act=find]");
        // Written with the О of a Russian keyboard; in Latin; and by two letters, which stand in other names, too.
        var wanted = training.People.Single(p => p.Name.EndsWith("Өнөрцэцэг", StringComparison.Ordinal));
        foreach (var typed in new[] { "онорцэцэг", "Unurtsetseg", "Өн" })
        {
            await phone.Page.FillAsync("#search", typed);
            await Assertions.Expect(phone.Page.Locator("[data-person]")).ToHaveCountAsync(typed.Length > 2 ? 1 : 3);
            await Assertions.Expect(phone.Page.Locator($"[data-person='{wanted.Id}']")).ToBeVisibleAsync();
        }

        await phone.Page.FillAsync("#search", "Кромвель");
        await Assertions.Expect(phone.Page.Locator("[data-person]")).ToHaveCountAsync(0);
    });

    [BrowserFact]
    public Task A_USB_scanner_and_a_typed_code() => site.Play(async field =>
    {
        var (training, phone) = await field.BeginAsync();
        Assert.Equal("checkedIn", (await phone.TypeAsync(training.People[0].Qr)).Result);
        Assert.Equal("checkedIn", (await phone.TypeAsync(training.People[1].ShortCode.ToLowerInvariant())).Result);
        // A scanner types the next one at once.
        await Assertions.Expect(phone.Page.Locator("#typed")).ToBeFocusedAsync();
        await Assertions.Expect(phone.Page.Locator("#typed")).ToHaveValueAsync("");
    });
}
