using System.Runtime.InteropServices.JavaScript;

namespace Learning.CheckIn.Browser;

/// <summary>The browser's localStorage.</summary>
internal static partial class BrowserStorage
{
    [JSImport("globalThis.localStorage.getItem")]
    public static partial string? Get(string key);

    [JSImport("globalThis.localStorage.setItem")]
    public static partial void Set(string key, string value);

    [JSImport("globalThis.localStorage.removeItem")]
    public static partial void Remove(string key);
}
