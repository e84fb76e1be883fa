namespace Learning.CheckIn.Browser;

/// <summary>How safely this browser keeps what the app stores.</summary>
/// <param name="Persisted">Whether it has promised not to throw it away for want of room.</param>
/// <param name="Usage">Bytes in use, where it says.</param>
/// <param name="Quota">Bytes there may be, where it says.</param>
public sealed record StorageState(bool Persisted, double? Usage, double? Quota);
