namespace Learning.CheckIn.Settings;

/// <summary>How this phone's trainer wants the app.</summary>
/// <param name="Language"><c>mn</c> or <c>en</c>.</param>
/// <param name="Sound">Whether results are heard.</param>
/// <param name="Vibration">Whether results are felt.</param>
/// <param name="LastSession">The session opened last; <see langword="null"/> if none.</param>
public sealed record Preferences(string Language, bool Sound, bool Vibration, string? LastSession)
{
    /// <summary>Before anybody chose.</summary>
    public static readonly Preferences Default = new("mn", true, true, null);
}
