using System.Security.Cryptography;
using System.Text;

namespace Learning.Domain.Checkin;

/// <summary>The digest by which a replay is told from a reused id.</summary>
public static class ScanDigest
{
    /// <summary>
    /// Digest over what the scan says happened, 32 hexadecimal digits. What only describes the device at the time of sending
    /// (verdict, versions, clock offset) is left out: an updated app resending an old scan is still a replay.
    /// </summary>
    /// <param name="scan">The item as sent.</param>
    public static string Of(Scan scan)
    {
        var text = string.Join('\u001f',
            scan.SessionId, scan.Kind, scan.BadgeId, scan.TraineeId,
            scan.WalkIn?.GivenName, scan.WalkIn?.Patronymic, scan.WalkIn?.Phone,
            scan.Method, scan.Operator, scan.TargetScanId, scan.Reason,
            scan.CapturedAt.UtcTicks, scan.DeviceSeq);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
    }
}
