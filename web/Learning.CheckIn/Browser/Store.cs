using System.Runtime.InteropServices.JavaScript;

namespace Learning.CheckIn.Browser;

/// <summary>IndexedDB (store.js). What is written is on the disk when the task ends.</summary>
internal static partial class Store
{
    /// <summary>Opens it, and asks that it be kept: whether the browser has promised not to throw it away for want of room.</summary>
    [JSImport("open", "store")]
    public static partial Task<bool> Open();

    /// <summary>A fact's JSON, or <see langword="null"/>.</summary>
    [JSImport("fact", "store")]
    public static partial Task<string?> Fact(string name);

    [JSImport("setFact", "store")]
    public static partial Task SetFact(string name, string json);

    /// <summary>Makes this phone the device of the JSON; the same device keeps its next number.</summary>
    [JSImport("enrol", "store")]
    public static partial Task Enrol(string json);

    /// <summary>Writes a scan and what it does to the marks in one transaction, strictly durable.</summary>
    /// <exception cref="JSException">With the message <c>full</c> when there is no room.</exception>
    [JSImport("append", "store")]
    public static partial Task<int> Append(string json);

    [JSImport("waiting", "store")]
    public static partial Task<string> Waiting(int limit);

    [JSImport("acknowledge", "store")]
    public static partial Task Acknowledge(string json);

    [JSImport("counts", "store")]
    public static partial Task<string> Counts();

    [JSImport("recent", "store")]
    public static partial Task<string> Recent(int limit);

    [JSImport("refused", "store")]
    public static partial Task<string> Refused(int limit);

    [JSImport("scansOf", "store")]
    public static partial Task<string> ScansOf(string sessionId);

    /// <summary>Keeps a bundle as the server sent it.</summary>
    /// <param name="json">The bundle.</param>
    /// <param name="since">Whether its revocations are to be added to those known.</param>
    /// <param name="at">When it came, by the phone's clock.</param>
    [JSImport("putSessions", "store")]
    public static partial Task PutSessions(string json, bool since, string at);

    [JSImport("sessions", "store")]
    public static partial Task<string> Sessions();

    [JSImport("removeSession", "store")]
    public static partial Task RemoveSession(string sessionId);

    /// <summary>Takes names, keys and revocations off this phone; scans stay.</summary>
    [JSImport("wipeRosters", "store")]
    public static partial Task WipeRosters();

    [JSImport("prune", "store")]
    public static partial Task<int> Prune(string before, string[] closed);

    /// <summary>Takes everything off this phone, unless a scan waits.</summary>
    [JSImport("forget", "store")]
    public static partial Task Forget();

    [JSImport("exportUnsent", "store")]
    public static partial Task<string> ExportUnsent();

    /// <summary>Calls back with what another tab changed: <c>scans</c>, <c>sessions</c> or <c>facts</c>.</summary>
    [JSImport("watch", "store")]
    public static partial void Watch([JSMarshalAs<JSType.Function<JSType.String>>] Action<string> changed);
}
