namespace Learning.Tests.Architecture;

/// <summary>Where the source lies.</summary>
internal static class Source
{
    /// <summary>The folder with Learning.sln.</summary>
    public static string Root { get; } = Find();

    /// <summary>C# files below a folder, without what the build made.</summary>
    public static IEnumerable<string> Files(string folder, string pattern = "*.cs") => Directory
        .EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"));

    /// <summary>C# files below some folders that have such a text in them, by their path below the root.</summary>
    public static IReadOnlyList<string> FilesWith(Func<string, bool> text, params string[] folders) =>
        [.. from folder in folders from file in Files(folder) where text(File.ReadAllText(file)) select Path.GetRelativePath(Root, file)];

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Learning.sln")))
                return at.FullName;
        throw new DirectoryNotFoundException($"No Learning.sln above {AppContext.BaseDirectory}.");
    }
}
