using Learning.Domain.Checkin;
using Learning.Domain.Identity;
using Learning.Domain.Text;
using Learning.Web.Api.Trainees;
using Learning.Web.Kit.Forms;
using Microsoft.EntityFrameworkCore;

namespace Learning.Web.Pages.Sessions;

// The desk checks people in: by a scanned code, by name, or as somebody who is on no list.
public sealed partial class SessionRoster
{
    private async Task Scan()
    {
        typed = Posted("text").Trim();
        if (!mayMark || typed.Length == 0)
        {
            Return("");
            return;
        }

        var (scan, refusal) = await Desk.Read(Bare(), attendance!.Frame, typed, Http.RequestAborted);
        if (scan is not null) await Record(scan);
        else if (refusal!.Code is "badge.foreign" or "badge.unknownCode" && DeskText.IsOtherKeyboard(typed)) Return("result=keyboard");
        else if (refusal.Code is "badge.foreign" or "badge.unknownCode" && DeskText.IsName(typed)) await Search();
        else Return($"result={refusal.Code.Split('.')[^1]}");
    }

    private async Task Search()
    {
        await using var db = await ReadModel.CreateDbContextAsync(Http.RequestAborted);
        var found = await DeskSearch.Run(lines, typed, db, Caller, Regions, T, Http.RequestAborted);
        if (found.Count == 0) Return("result=nobody");
        else choices = found;
    }

    private async Task Choose()
    {
        var who = Posted("choose");
        // Whom the desk may find it may check in, and nobody else.
        var isKnown = lines.Any(l => l.TraineeId == who);
        if (!isKnown)
        {
            await using var db = await ReadModel.CreateDbContextAsync(Http.RequestAborted);
            isKnown = await PersonAccess.Visible(db, Caller).AnyAsync(p => p.TraineeId == who, Http.RequestAborted);
        }

        if (mayMark && isKnown) await Record(Bare() with { TraineeId = who, Method = ScanMethod.Search });
        else Return("result=unknownPerson");
    }

    private async Task AddWalkIn()
    {
        walkInErrors = new FormErrors();
        var (given, patronymic, phone) = (MongolianText.Clean(Posted("givenName")), MongolianText.Clean(Posted("patronymic")), Posted("phone").Trim());
        if (given.Length == 0) walkInErrors.Add("givenName", T["form.required", T["trainee.givenName"]]);
        if (given.Length > 100) walkInErrors.Add("givenName", T["form.tooLong", T["trainee.givenName"], 100]);
        if (patronymic.Length > 100) walkInErrors.Add("patronymic", T["form.tooLong", T["trainee.patronymic"], 100]);
        if (phone.Length > 0 && PhoneNumber.Canonical(phone) is null) walkInErrors.Add("phone", T["form.phone"]);
        if (walkInErrors.Count > 0 || !mayMark) return;
        await Record(Bare() with { Kind = ScanKind.WalkIn, Method = ScanMethod.Search, WalkIn = new WalkIn(given, patronymic, phone) });
    }

    private async Task Record(Scan scan)
    {
        var result = await Store(scan);
        Return(result.Status == ScanStatus.Quarantined ? $"result={result.Reasons.FirstOrDefault()}" : $"scan={result.ScanId}");
    }
}
