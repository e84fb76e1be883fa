namespace Learning.CheckIn.Sync;

/// <summary>How many scans of this phone stand where.</summary>
/// <param name="Waiting">Not yet acknowledged by the server.</param>
/// <param name="Sent">Taken by it.</param>
/// <param name="Refused">Kept by it for somebody to decide.</param>
public sealed record QueueCounts(int Waiting, int Sent, int Refused);
