using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Learning.Domain.Checkin;
using Learning.Domain.Sessions;

namespace Learning.Web.Api.Sessions;

/// <summary>One person's mark.</summary>
/// <param name="TraineeId">Who.</param>
/// <param name="Name">Patronymic and given name.</param>
/// <param name="Mark">The mark; <see langword="null"/> while all there is waits for review.</param>
/// <param name="At">Earliest estimated time of a scan that counts, or when it was corrected, UTC.</param>
/// <param name="Device">Device of that scan; <see langword="null"/> for a correction.</param>
/// <param name="Method">How the person was identified; <see langword="null"/> for a correction.</param>
/// <param name="Flags">What somebody should look at.</param>
/// <param name="Reason">Why it was corrected.</param>
/// <param name="By">Who corrected it.</param>
public sealed record MarkAnswer(
    string TraineeId, string Name, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] Mark? Mark, DateTimeOffset At, string? Device, ScanMethod? Method, ImmutableArray<string> Flags, string? Reason, string? By);
