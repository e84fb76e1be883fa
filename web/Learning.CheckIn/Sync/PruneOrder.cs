namespace Learning.CheckIn.Sync;

/// <summary>Which acknowledged scans may go (<see cref="Learning.Domain.Sync.ScanRetention"/>).</summary>
/// <param name="Before">Those saved before, UTC.</param>
/// <param name="Closed">And of these sessions.</param>
public sealed record PruneOrder(DateTimeOffset Before, string[] Closed);
