using System.Diagnostics;

namespace Learning.Tests.Paper;

/// <summary>A program of the machine, used as an independent judge of what this one writes.</summary>
internal static class Tool
{
    /// <summary>Full path of the program, or null when it isn't installed.</summary>
    public static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);

    /// <summary>Runs it to its end and gives what it said on both channels.</summary>
    public static (int Code, string Output) Run(string name, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(name) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }
}
