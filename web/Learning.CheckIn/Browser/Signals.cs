using System.Runtime.InteropServices.JavaScript;

namespace Learning.CheckIn.Browser;

/// <summary>Sound and vibration (signals.js).</summary>
internal static partial class Signals
{
    /// <summary>Makes sound possible; to be called when somebody taps.</summary>
    [JSImport("unlock", "signals")]
    public static partial void Unlock();

    /// <summary>Gives one: <c>good</c>, <c>warn</c>, <c>bad</c> or <c>neutral</c>.</summary>
    [JSImport("signal", "signals")]
    public static partial void Signal(string kind, bool sound, bool vibrate);
}
