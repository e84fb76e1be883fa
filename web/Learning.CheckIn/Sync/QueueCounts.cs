namespace Learning.CheckIn.Sync;

/// <summary>How many scans of this phone stand where.</summary>
/// <param name="Waiting">Not yet acknowledged by the server.</param>
/// <param name="Sent">Acknowledged.</param>
/// <param name="Refused">Of those, kept by the server for somebody to decide.</param>
public sealed record QueueCounts(int Waiting, int Sent, int Refused);
