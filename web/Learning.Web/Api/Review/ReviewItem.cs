using System.Collections.Immutable;
using Learning.Domain.Checkin;
using Learning.Domain.Trainees;
using Learning.Silo.ReadModel;

namespace Learning.Web.Api.Review;

/// <summary>Something to look at.</summary>
/// <param name="Id">Scan id; of an item that no session could take, the item's own.</param>
/// <param name="Quarantined">Whether no session could take it; it is then decided at its device.</param>
/// <param name="SessionId">The session; of an item, the one it names, if it names one.</param>
/// <param name="CohortId">The session's cohort.</param>
/// <param name="Date">The session's day; of an item, the day on which it was captured.</param>
/// <param name="TraineeId">Whom it is about, where that is known.</param>
/// <param name="Name">Patronymic and given name.</param>
/// <param name="DeviceId">The device that holds the item, or that sent the scan; or <c>desk</c>.</param>
/// <param name="Operator">Who held the device.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Method">How the person was identified.</param>
/// <param name="At">Estimated time of the act; of an item, the device's clock; UTC.</param>
/// <param name="ReceivedAt">When it arrived, UTC.</param>
/// <param name="Reasons">Codes of <see cref="ReviewReason"/>.</param>
/// <param name="Waits">Whether it takes effect only once somebody has decided.</param>
public sealed record ReviewItem(
    string Id, bool Quarantined, string? SessionId, string? CohortId, DateOnly Date, string? TraineeId, string? Name, string DeviceId, string? Operator,
    ScanKind Kind, ScanMethod Method, DateTimeOffset At, DateTimeOffset ReceivedAt, ImmutableArray<string> Reasons, bool Waits)
{
    /// <summary>A row as answered.</summary>
    /// <param name="row">The row.</param>
    /// <param name="people">Those behind the rows.</param>
    public static ReviewItem Of(ReviewRow row, IReadOnlyDictionary<string, Trainee> people) => new(
        row.ItemId, row.Quarantined, row.SessionId.Length == 0 ? null : row.SessionId, row.CohortId, row.HeldOn, row.TraineeId,
        row.TraineeId is null ? null : people.GetValueOrDefault(row.TraineeId)?.Profile.DisplayName(), row.Quarantined ? row.Owner : row.DeviceId, row.Operator,
        row.Kind, row.Method, row.HappenedAt, row.ReceivedAt, [.. row.Reasons.Split(' ', StringSplitOptions.RemoveEmptyEntries)], row.Waits);
}
