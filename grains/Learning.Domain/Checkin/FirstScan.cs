namespace Learning.Domain.Checkin;

/// <summary>The scan on which somebody's mark already rests.</summary>
/// <param name="Device">The device that made it.</param>
/// <param name="At">Its estimated time, UTC.</param>
public sealed record FirstScan(string Device, DateTimeOffset At);
