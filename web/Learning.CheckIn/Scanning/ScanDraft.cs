using Learning.Domain.Checkin;
using Learning.Domain.Checkin.Local;

namespace Learning.CheckIn.Scanning;

/// <summary>A scan to be written; the store gives it its number.</summary>
/// <param name="SessionId">Its session.</param>
/// <param name="Person">A key of <see cref="PersonKey"/>.</param>
/// <param name="Item">The scan as it will be sent.</param>
/// <param name="At">By the phone's clock, UTC.</param>
/// <param name="Undo">Whether it takes one back.</param>
public sealed record ScanDraft(string SessionId, string Person, Scan Item, DateTimeOffset At, bool Undo);
