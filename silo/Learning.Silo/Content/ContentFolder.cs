namespace Learning.Silo.Content;

/// <summary>Where the content lies.</summary>
public static class ContentFolder
{
    /// <summary>Name of the setting that says where the content lies.</summary>
    public const string Setting = "LEARNING_CONTENT";

    /// <summary>
    /// The folder the setting names; without one the nearest folder <c>content</c> that has <c>regions</c> in it, beside the
    /// program or above: a published program has it beside itself, one run from a checkout has it at the checkout's top.
    /// </summary>
    /// <param name="setting">Value of <see cref="Setting"/>; may be empty.</param>
    /// <param name="programFolder">Where the program lies; by default where this one does.</param>
    /// <returns>Full path.</returns>
    /// <exception cref="DirectoryNotFoundException">There is none, or the setting names none.</exception>
    public static string Find(string? setting, string? programFolder = null)
    {
        if (!string.IsNullOrWhiteSpace(setting))
            return Holds(setting)
                ? Path.GetFullPath(setting)
                : throw new DirectoryNotFoundException($"{Setting} is {setting}, but there is no folder 'regions' in it. Set it to the folder that holds regions, courses, funders and certificates.");
        var start = programFolder ?? AppContext.BaseDirectory;
        for (var at = new DirectoryInfo(start); at is not null; at = at.Parent)
        {
            var candidate = Path.Combine(at.FullName, "content");
            if (Holds(candidate)) return candidate;
        }

        throw new DirectoryNotFoundException($"No folder 'content' beside {start} or above it. Put it there, or set {Setting} to where it is.");
    }

    private static bool Holds(string folder) => Directory.Exists(Path.Combine(folder, "regions"));
}
