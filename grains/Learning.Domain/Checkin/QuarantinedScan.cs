using System.Text.Json.Serialization;
using Learning.Domain.Ids;

namespace Learning.Domain.Checkin;

/// <summary>An item that could not be taken as it is, kept whole for somebody to decide.</summary>
/// <param name="Item">The item as sent.</param>
/// <param name="Digest">Its digest; the same item is kept once.</param>
/// <param name="Reason">A code of <see cref="ReviewReason"/>.</param>
/// <param name="DeviceId">The device that sent it.</param>
/// <param name="ReceivedAt">When, UTC.</param>
/// <param name="Text">The item's JSON as sent, where its fields could not be read; <paramref name="Item"/> then holds what could.</param>
public sealed record QuarantinedScan(Scan Item, string Digest, string Reason, string DeviceId, DateTimeOffset ReceivedAt, string? Text = null)
{
    /// <summary>What somebody decided about it; <see langword="null"/> while it waits, as in text from before it could be decided.</summary>
    public QuarantineDecision? Decision { get; init; }

    /// <summary>Names the item: the same item sent again has the same.</summary>
    [JsonIgnore]
    public string Id => LearningId.From("quarantined", Item.ScanId ?? "", Digest);
}
