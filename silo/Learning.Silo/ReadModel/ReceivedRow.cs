namespace Learning.Silo.ReadModel;

/// <summary>The numbers of one phone's scans that a session has, or the phone's own list of refused items. Table <c>received</c>.</summary>
public sealed record ReceivedRow
{
    /// <summary>Session id or device id.</summary>
    public required string Owner { get; init; }

    /// <summary>Device id.</summary>
    public required string DeviceId { get; init; }

    /// <summary>Ranges of numbers, with spaces between.</summary>
    public required string Numbers { get; init; }
}
