using System.Runtime.InteropServices.JavaScript;

namespace Learning.CheckIn.Browser;

/// <summary>The camera, read for QR codes (camera.js). Holds the screen awake while it runs.</summary>
internal static partial class Camera
{
    /// <summary>Starts it in a video element.</summary>
    /// <returns><c>running</c>, <c>refused</c>, <c>none</c>, <c>busy</c> or <c>error:…</c></returns>
    [JSImport("start", "camera")]
    public static partial Task<string> Start(
        string videoId, [JSMarshalAs<JSType.Function<JSType.String>>] Action<string> read, [JSMarshalAs<JSType.Function<JSType.String>>] Action<string> state);

    [JSImport("stop", "camera")]
    public static partial void Stop();

    [JSImport("hasTorch", "camera")]
    public static partial bool HasTorch();

    [JSImport("setTorch", "camera")]
    public static partial Task<bool> SetTorch(bool on);

    /// <summary>Lets the badge read last be read again at once.</summary>
    [JSImport("forgetLast", "camera")]
    public static partial void ForgetLast();
}
