namespace Learning.Domain.Checkin.SelfCheckIn;

/// <summary>How the phone with which somebody checked themselves in is named in the log: it is no enrolled device.</summary>
public static class OwnPhone
{
    private const string Prefix = "self:";

    /// <summary>The device name of such a phone.</summary>
    /// <param name="phone">What its cookie says it is.</param>
    public static string DeviceId(string phone) => Prefix + phone;

    /// <summary>Whether a device name is that of such a phone.</summary>
    /// <param name="deviceId">Of a scan.</param>
    public static bool Is(string deviceId) => deviceId.StartsWith(Prefix, StringComparison.Ordinal);
}
