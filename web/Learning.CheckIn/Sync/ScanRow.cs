using System.Text.Json;
using Learning.Domain.Checkin;
using Learning.Domain.Checkin.Local;

namespace Learning.CheckIn.Sync;

/// <summary>A scan on this phone's disk.</summary>
/// <param name="DeviceId">The device it was made by.</param>
/// <param name="DeviceSeq">Its number.</param>
/// <param name="ScanId">Scan id.</param>
/// <param name="SessionId">Its session.</param>
/// <param name="Person">A key of <see cref="PersonKey"/>.</param>
/// <param name="Item">The scan as it is sent; kept as text, so that a later version of the app sends what was written.</param>
/// <param name="State"><c>waiting</c> or <c>acknowledged</c>.</param>
/// <param name="SavedAt">When, by the phone's clock, UTC.</param>
/// <param name="Answer">The server's.</param>
public sealed record ScanRow(
    string DeviceId, long DeviceSeq, string ScanId, string SessionId, string Person, JsonElement Item, string State, DateTimeOffset SavedAt, ScanResult? Answer)
{
    /// <summary>The scan.</summary>
    public Scan Scan => Item.Deserialize(FieldJson.Default.Scan)!;

    /// <summary>As the local view takes it.</summary>
    public LocalScan Local()
    {
        var scan = Scan;
        return new LocalScan(ScanId, DeviceSeq, Person, scan.Kind, scan.TargetScanId, SavedAt, scan.WalkIn, Answer);
    }
}
