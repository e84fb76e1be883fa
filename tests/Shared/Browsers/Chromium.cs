namespace Learning.Testing;

/// <summary>The browser that is installed on this machine. Playwright's own can't be had everywhere.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>Full path of the program; <see langword="null"/> if there is none.</summary>
    public static string? Program { get; } = Programs.Find(Names);

    /// <summary>Why tests that need it are skipped; <see langword="null"/> if it is there.</summary>
    public static string? Missing { get; } = Program is null ? "Needs a Chromium browser on the PATH: apt-get install -y chromium" : null;

    /// <summary>Switches for a machine without screen, network or sandbox.</summary>
    public static string[] Switches { get; } =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
}
