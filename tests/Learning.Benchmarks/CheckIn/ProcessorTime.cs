using System.Globalization;

namespace Learning.Benchmarks.CheckIn;

/// <summary>Processor seconds that processes have used, as the kernel counts them (<c>/proc/PID/stat</c>, in hundredths).</summary>
internal static class ProcessorTime
{
    private const double TicksASecond = 100;
    private const int Id = 0;
    private const int Parent = 2;
    private const int User = 12;
    private const int System = 13;

    /// <summary>Of a process and its descendants that live.</summary>
    /// <param name="processId">The process.</param>
    public static double OfFamily(int processId)
    {
        var all = Directory.EnumerateDirectories("/proc").Select(path => Path.GetFileName(path)).Where(name => char.IsAsciiDigit(name[0])).Select(Stat).OfType<string[]>().ToList();
        var family = new List<string> { processId.ToString(CultureInfo.InvariantCulture) };
        for (var i = 0; i < family.Count; i++) family.AddRange(all.Where(fields => fields[Parent] == family[i]).Select(fields => fields[Id]));
        return all.Where(fields => family.Contains(fields[Id])).Sum(fields => long.Parse(fields[User], CultureInfo.InvariantCulture) + long.Parse(fields[System], CultureInfo.InvariantCulture)) / TicksASecond;
    }

    /// <summary>Memory that a process holds now and held at most, in MB.</summary>
    /// <param name="processId">The process.</param>
    public static (long Now, long Most) Memory(int processId)
    {
        var lines = File.ReadAllLines($"/proc/{processId}/status");
        return (Value("VmRSS:"), Value("VmHWM:"));

        long Value(string name) => long.Parse(lines.First(l => l.StartsWith(name, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
    }

    /// <summary>Its id and the fields after its name, which may hold spaces; <see langword="null"/> if it has ended.</summary>
    private static string[]? Stat(string processId)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{processId}/stat");
            return [processId, .. text[(text.LastIndexOf(')') + 2)..].Split(' ')];
        }
        catch (IOException)
        {
            return null;
        }
    }
}
