namespace Learning.Domain.Devices;

/// <summary>Rules on contacts of devices.</summary>
public static class DeviceContacts
{
    private static readonly TimeSpan ClockDrift = TimeSpan.FromSeconds(2);

    /// <summary>Whether a contact says more than that the device is there, which was known not long ago.</summary>
    /// <param name="known">What is known of the device.</param>
    /// <param name="contact">The contact.</param>
    /// <param name="recently">How long it is known to be there after a contact.</param>
    public static bool IsNews(this Device known, DeviceContact contact, TimeSpan recently) =>
        contact.Quarantine.Length > 0 || known.LastContact is not { } last || contact.At - last >= recently
        || (contact.ClockOffset is { } offset && (offset - known.ClockOffset).Duration() >= ClockDrift);
}
