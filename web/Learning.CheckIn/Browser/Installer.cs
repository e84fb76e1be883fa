using System.Runtime.InteropServices.JavaScript;

namespace Learning.CheckIn.Browser;

/// <summary>The service worker (install.js). States are JSON of <see cref="Install.InstallState"/>.</summary>
internal static partial class Installer
{
    [JSImport("register", "install")]
    public static partial Task Register();

    [JSImport("state", "install")]
    public static partial Task<string> State();

    [JSImport("watch", "install")]
    public static partial void Watch([JSMarshalAs<JSType.Function<JSType.String>>] Action<string> changed);

    [JSImport("retry", "install")]
    public static partial void Retry();

    /// <summary>Lets the waiting version take over, and loads the page anew.</summary>
    [JSImport("applyUpdate", "install")]
    public static partial void ApplyUpdate();
}
