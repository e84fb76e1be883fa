using System.Diagnostics;

namespace Learning.Testing;

/// <summary>The program as it is shipped: published in Release, compiled for this machine, the app trimmed.</summary>
internal static class Published
{
    /// <summary>Names a folder that has been published already; <c>./test</c> sets it.</summary>
    private const string Setting = "LEARNING_PUBLISHED";

    private static readonly Lazy<Task<string>> Made = new(MakeAsync);

    /// <summary>The folder of the published program.</summary>
    public static Task<string> Folder => Made.Value;

    private static async Task<string> MakeAsync()
    {
        if (Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } there) return there;
        var top = Checkout();
        var folder = Path.Combine(top, "artifacts", "tested");
        using var publish = Process.Start(new ProcessStartInfo(
            "dotnet", ["publish", Path.Combine(top, "web", "Learning.Web"), "-c", "Release", "-o", folder, "-v", "quiet", "-nologo", "-clp:ErrorsOnly", "-nodeReuse:false"])
        {
            RedirectStandardOutput = true,
        })!;
        var said = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? folder : throw new InvalidOperationException($"The program could not be published:\n{said}");
    }

    private static string Checkout()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Learning.sln"))) return at.FullName;
        throw new DirectoryNotFoundException($"{AppContext.BaseDirectory} is in no checkout; set {Setting} to a published program.");
    }
}
