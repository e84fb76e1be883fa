using Learning.CheckIn.Tests.Harness;

namespace Learning.CheckIn.Tests.Scanning;

/// <summary>Badges judged without a signal.</summary>
public sealed class BadgeTests(FieldSite site) : IClassFixture<FieldSite>
{
    [BrowserTheory]
    [InlineData(16)] // the badge's id, first bit
    [InlineData(79)] // the badge's id, last bit
    [InlineData(111)] // the last day it is good
    public Task One_payload_bit_flipped(int bit) => site.Play(async field =>
    {
        var (training, phone) = await field.BeginAsync();
        await phone.GoOfflineAsync();
        var shown = await phone.ShowAsync(Forged.WithBitFlipped(training.People[0], bit));
        // Nobody's name is told for it, and nobody is checked in.
        Assert.Equal(("foreign", ""), (shown.Result, shown.Name));
        Assert.Empty(await phone.RowsAsync("scans"));
        Assert.Equal("checkedIn", (await phone.ShowAsync(training.People[0].Qr)).Result);
    }, $"One_payload_bit_flipped_{bit}");

    [BrowserFact]
    public Task Unknown_key_id() => site.Play(async field =>
    {
        var (training, phone) = await field.BeginAsync();
        await phone.GoOfflineAsync();
        var shown = await phone.ShowAsync(Forged.OfKey(training.People[0], kid: 200));
        Assert.Equal(("unknownKey", ""), (shown.Result, shown.Name));
        Assert.Empty(await phone.RowsAsync("scans"));
    });

    [BrowserFact]
    public Task A_badge_signed_by_somebody_else() => site.Play(async field =>
    {
        var (training, phone) = await field.BeginAsync();
        await phone.GoOfflineAsync();
        // The key id is ours, the key is not.
        var shown = await phone.ShowAsync(Forged.OfKey(training.People[0], kid: (byte)(TimeProvider.System.GetUtcNow().Year - 2020)));
        Assert.Equal(("foreign", ""), (shown.Result, shown.Name));
        Assert.Empty(await phone.RowsAsync("scans"));
    });

    [BrowserFact]
    public Task A_badge_of_a_later_version() => site.Play(async field =>
    {
        var (training, phone) = await field.BeginAsync();
        Assert.Equal("updateApp", (await phone.ShowAsync(Forged.OfLaterVersion())).Result);
        Assert.Empty(await phone.RowsAsync("scans"));
    });

    [BrowserFact]
    public Task Retired_key_badge_in_date() => site.Play(async field =>
    {
        var (training, phone) = await field.BeginAsync();
        await phone.GoOfflineAsync();
        var lastYear = TimeProvider.System.GetUtcNow().Year - 1;
        var shown = await phone.ShowAsync(Forged.OfYear(field.Server, training.People[0], lastYear));
        Assert.Equal(("checkedIn", training.People[0].Name), (shown.Result, shown.Name));
        await phone.GoOnlineAsync();
        await phone.EverythingSentAsync();
        Assert.Contains(training.People[0].Id, (await field.Server.AttendanceAsync(training.Today)).Here);
    });

    [BrowserFact]
    public Task Revoked_badge_known_offline() => site.Play(async field =>
    {
        var training = await Training.PlanAsync(field.Server);
        await field.Server.PostAsync($"/api/badges/{training.People[0].BadgeId}/revoke", new { reason = "Алдсан" });
        var phone = await field.PhoneAt(training.Today);
        await phone.GoOfflineAsync();
        var shown = await phone.ShowAsync(training.People[0].Qr);
        Assert.Equal(("replaced", training.People[0].Name), (shown.Result, shown.Name));
        Assert.Empty(await phone.RowsAsync("scans"));
    });

    [BrowserFact]
    public Task Revoked_badge_unknown_offline() => site.Play(async field =>
    {
        var (training, phone) = await field.BeginAsync();
        await phone.GoOfflineAsync();
        await field.Server.PostAsync($"/api/badges/{training.People[0].BadgeId}/revoke", new { reason = "Алдсан" });
        // It knows the server's time to a second or so.
        await phone.PicturesAsync(40);
        // The phone can't know; the person stands there, and somebody decides later.
        Assert.Equal("checkedIn", (await phone.ShowAsync(training.People[0].Qr)).Result);
        await phone.GoOnlineAsync();
        await phone.EverythingSentAsync();
        var attendance = await field.Server.AttendanceAsync(training.Today);
        Assert.Empty(attendance.Here);
        Assert.Contains("revoked", attendance.FlagsOf(training.People[0]));
        var row = Assert.Single(await phone.RowsAsync("scans"));
        Assert.Equal(("stored", "review"), (row["answer"]!["status"]!.GetValue<string>(), row["answer"]!["effect"]!.GetValue<string>()));
    });

    [BrowserFact]
    public Task Reissued_badge_both_scanned() => site.Play(async field =>
    {
        var training = await Training.PlanAsync(field.Server);
        var old = training.People[0];
        var early = await field.PhoneAt(training.Today, "Хуучин жагсаалттай утас");
        await early.GoOfflineAsync();
        var renewed = await Training.ReissueAsync(field.Server, old);
        var late = await field.PhoneAt(training.Today, "Шинэ жагсаалттай утас");
        await late.GoOfflineAsync();

        // The phone with yesterday's list takes the old badge; the one with today's list says that it was replaced, and takes the new one.
        Assert.Equal("checkedIn", (await early.ShowAsync(old.Qr)).Result);
        Assert.Equal("replaced", (await late.ShowAsync(old.Qr)).Result);
        Assert.Equal("checkedIn", (await late.ShowAsync(renewed.Qr)).Result);
        await early.GoOnlineAsync();
        await early.EverythingSentAsync();
        await late.GoOnlineAsync();
        await late.EverythingSentAsync();

        var attendance = await field.Server.AttendanceAsync(training.Today);
        Assert.Equal([old.Id], attendance.Here);
        Assert.Equal([old.BadgeId, renewed.BadgeId], attendance.ScansOf(old).Select(s => s["badgeId"]!.GetValue<string>()).ToHashSet());
    });

    [BrowserFact]
    public Task A_badge_that_is_out_of_date_or_not_good_yet() => site.Play(async field =>
    {
        var (training, phone) = await field.BeginAsync();
        await phone.GoOfflineAsync();
        var year = TimeProvider.System.GetUtcNow().Year;
        Assert.Equal("expired", (await phone.ShowAsync(Forged.OfYear(field.Server, training.People[0], year - 3, days: 30))).Result);
        Assert.Equal("notYetValid", (await phone.ShowAsync(Forged.OfYear(field.Server, training.People[0], year, from: new DateOnly(year, 12, 31)))).Result);
        Assert.Empty(await phone.RowsAsync("scans"));
    });
}
