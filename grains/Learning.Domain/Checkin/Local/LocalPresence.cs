namespace Learning.Domain.Checkin.Local;

/// <summary>Somebody who is here, as the phone sees it.</summary>
/// <param name="At">The earlier of this phone's first scan in force and the server's mark, UTC.</param>
/// <param name="ScanId">This phone's first scan in force; <see langword="null"/> if only the server says so.</param>
/// <param name="IsSent">Whether the server knows.</param>
/// <param name="IsLate">Whether the server's mark says late.</param>
public sealed record LocalPresence(DateTimeOffset At, string? ScanId, bool IsSent, bool IsLate);
