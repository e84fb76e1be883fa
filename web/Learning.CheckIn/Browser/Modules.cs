using System.Runtime.InteropServices.JavaScript;

namespace Learning.CheckIn.Browser;

/// <summary>The app's own JavaScript modules: each wraps one part of the browser and knows no rule.</summary>
internal static class Modules
{
    private static readonly string[] Names = ["store", "camera", "badge", "signals", "server", "phone", "install", "code"];

    /// <summary>Loads them; nothing of this folder may be called before.</summary>
    // The path is seen from _framework/, where .NET's own script lies.
    public static Task Load() => Task.WhenAll(Names.Select(name => JSHost.ImportAsync(name, $"../js/{name}.js")));
}
