using System.Collections.Immutable;
using Learning.Domain.Devices;

namespace Learning.Web.Api.Sync;

/// <summary>Whose scans arrive.</summary>
/// <param name="DeviceId">The phone, or <see cref="Desk"/>.</param>
/// <param name="UserName">The phone's owner, or whoever sits at the desk.</param>
/// <param name="IsAdministrator">May check in everywhere.</param>
/// <param name="Flags">Reasons that hold for every item.</param>
public sealed record ScanSender(string DeviceId, string UserName, bool IsAdministrator, ImmutableArray<string> Flags)
{
    /// <summary>What was known of the phone when the upload arrived; <see langword="null"/> at the desk.</summary>
    public Device? Device { get; init; }

    /// <summary>The device name of everything that is done without a phone.</summary>
    public const string Desk = "desk";
}
