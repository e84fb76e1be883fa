namespace Learning.CheckIn.Install;

/// <summary>How far the app itself is on this phone.</summary>
/// <param name="Supported">Whether this browser can keep an app.</param>
/// <param name="Ready">Whether all of it is there.</param>
/// <param name="Cached">Files kept.</param>
/// <param name="Total">Files to keep; 0 while that is not known.</param>
/// <param name="Updating">Whether files are being fetched.</param>
/// <param name="UpdateWaiting">Whether a newer version is complete and waits.</param>
/// <param name="Cut">Whether fetching stopped before the end.</param>
public sealed record InstallState(bool Supported, bool Ready, int Cached, int Total, bool Updating, bool UpdateWaiting, bool Cut)
{
    /// <summary>Before the browser said anything.</summary>
    public static readonly InstallState Unknown = new(true, false, 0, 0, false, false, false);

    /// <summary>In one word: <c>ready</c>, <c>installing</c>, <c>cut</c>, <c>none</c>.</summary>
    public string Word => !Supported ? "none" : Ready ? "ready" : Cut ? "cut" : "installing";
}
