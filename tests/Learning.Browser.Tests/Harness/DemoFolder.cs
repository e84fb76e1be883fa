namespace Learning.Browser.Tests.Harness;

/// <summary>
/// The content as shipped, with fewer sign-in sheets: enough people and places for every page, loaded in a second or two
/// instead of a minute.
/// </summary>
internal static class DemoFolder
{
    private const int TrainingsOfAYear = 8;
    private static readonly string[] Sheets = ["sheets-2018.csv", "sheets-2019.csv"];

    /// <summary>Writes it.</summary>
    /// <param name="shipped">The content of this checkout.</param>
    /// <param name="to">A folder that is not there yet.</param>
    public static void Write(string shipped, string to)
    {
        foreach (var file in Directory.EnumerateFiles(shipped, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetFileName(file);
            var isSheet = name.StartsWith("sheets-", StringComparison.Ordinal);
            if (isSheet && !Sheets.Contains(name)) continue;
            var copy = Path.Combine(to, Path.GetRelativePath(shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            if (isSheet) File.WriteAllLines(copy, Cut(File.ReadLines(file)));
            else File.Copy(file, copy);
        }
    }

    // A line begins with the sheet's number: a training is taken whole or not at all.
    private static IEnumerable<string> Cut(IEnumerable<string> lines)
    {
        var trainings = new HashSet<string>(StringComparer.Ordinal);
        var isHead = true;
        foreach (var line in lines)
        {
            if (!isHead && trainings.Add(line.Split(',')[0]) && trainings.Count > TrainingsOfAYear) yield break;
            isHead = false;
            yield return line;
        }
    }
}
