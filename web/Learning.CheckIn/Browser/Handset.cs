using System.Runtime.InteropServices.JavaScript;

namespace Learning.CheckIn.Browser;

/// <summary>The rest of the phone (phone.js): clocks, line, locks between tabs, files, focus.</summary>
internal static partial class Handset
{
    [JSImport("monotonicMs", "phone")]
    public static partial double MonotonicMs();

    [JSImport("bootId", "phone")]
    public static partial string BootId();

    [JSImport("online", "phone")]
    public static partial bool Online();

    [JSImport("origin", "phone")]
    public static partial string Origin();

    /// <summary>Calls back with <c>online</c>, <c>offline</c>, <c>visible</c>, <c>hidden</c>, and <c>tick</c> every 30 s while visible.</summary>
    [JSImport("onWake", "phone")]
    public static partial void OnWake([JSMarshalAs<JSType.Function<JSType.String>>] Action<string> wake);

    /// <summary>Takes a lock that only one tab has: a token, or 0 if another has it.</summary>
    [JSImport("tryLock", "phone")]
    public static partial Task<int> TryLock(string name);

    [JSImport("unlock", "phone")]
    public static partial void Unlock(int token);

    [JSImport("save", "phone")]
    public static partial void Save(string fileName, string type, string text);

    [JSImport("focus", "phone")]
    public static partial void Focus(string id);

    [JSImport("setTitle", "phone")]
    public static partial void SetTitle(string text, string language);
}
