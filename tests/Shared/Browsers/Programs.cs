namespace Learning.Testing;

/// <summary>Programs on the PATH.</summary>
internal static class Programs
{
    /// <summary>Full path of the first one that is there.</summary>
    /// <param name="names">In the order of preference.</param>
    public static string? Find(params string[] names)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
