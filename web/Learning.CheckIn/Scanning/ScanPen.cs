using System.Text.Json;
using Learning.CheckIn.Browser;
using Learning.CheckIn.Enrolment;
using Learning.CheckIn.Sync;
using Learning.Domain.Checkin;
using Learning.Domain.Checkin.Local;

namespace Learning.CheckIn.Scanning;

/// <summary>Writes scans onto the phone's disk. What it returns is there.</summary>
public sealed class ScanPen(PhoneEnrolment enrolment, ServerLine line, TimeProvider clock)
{
    private static readonly string AppVersion = typeof(ScanPen).Assembly.GetName().Version!.ToString(3);

    /// <summary>Writes one.</summary>
    /// <param name="scan">What it says; ids, operator and clocks are filled in here.</param>
    /// <param name="person">Whom it is about; <see langword="null"/> for a walk-in, who is named by the scan.</param>
    /// <returns>As written.</returns>
    /// <exception cref="System.Runtime.InteropServices.JavaScript.JSException">It could not be written; with the message <c>full</c>, for want of room.</exception>
    public async Task<LocalScan> Write(Scan scan, string? person)
    {
        var now = clock.GetUtcNow();
        var item = scan with
        {
            ScanId = Guid.CreateVersion7(now).ToString(),
            Operator = enrolment.Device!.Owner,
            CapturedAt = now,
            MonotonicMs = (long)Handset.MonotonicMs(),
            BootId = Handset.BootId(),
            LastClockOffsetMs = line.OffsetMs,
            AppVersion = AppVersion,
        };
        var about = person ?? PersonKey.OfWalkIn(item.ScanId);
        var draft = new ScanDraft(item.SessionId!, about, item, now, item.Kind == ScanKind.Void);
        var number = await Store.Append(JsonSerializer.Serialize(draft, FieldJson.Default.ScanDraft));
        return new LocalScan(item.ScanId, number, about, item.Kind, item.TargetScanId, now, item.WalkIn, null);
    }
}
