using System.Diagnostics;

namespace Learning.Benchmarks.CheckIn;

/// <summary>Sends uploads over connections and measures.</summary>
/// <param name="program">The program's process.</param>
/// <param name="database">The database server's, or <see langword="null"/> if it has none.</param>
/// <param name="address">Of the program.</param>
internal sealed class Load(int program, int? database, Uri address)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(25);

    /// <summary>Sends each queue over a connection of its own, one upload after another, until all are sent or the time is up.</summary>
    /// <param name="queues">The connections' uploads.</param>
    /// <param name="acknowledged">Takes the scans of which the program said that they are stored.</param>
    public async Task<Measured> RunAsync(IReadOnlyList<IReadOnlyList<Upload>> queues, List<(string ScanId, Seat Seat)> acknowledged)
    {
        var connections = await Task.WhenAll(queues.Select(_ => UploadConnection.OpenAsync(address)));
        var before = Cpu();
        var watch = Stopwatch.StartNew();
        var sent = await Task.WhenAll(queues.Zip(connections).Select(x => Task.Run(() => SendAllAsync(x.Second, x.First, watch))));
        var (elapsed, after) = (watch.Elapsed, Cpu());
        foreach (var connection in connections) connection.Dispose();

        var scans = queues.Zip(sent).Sum(x => x.First.Take(x.Second.Count).Sum(u => u.Scans.Count));
        foreach (var (queue, times) in queues.Zip(sent)) acknowledged.AddRange(queue.Take(times.Count).SelectMany(u => u.Scans));
        return new Measured(scans, elapsed, [.. sent.SelectMany(t => t).Order()], after.Program - before.Program, after.Database - before.Database, after.Own - before.Own);
    }

    /// <summary>Waits until the program has nothing left to do, such as listing what was written. Projectors rest in between, for less than three seconds.</summary>
    public async Task UntilQuietAsync()
    {
        for (var (was, tries, quiet) = (Cpu(), 0, 0); tries < 240 && quiet < 13; tries++)
        {
            await Task.Delay(250);
            var now = Cpu();
            quiet = now.Program + now.Database - was.Program - was.Database < 0.03 ? quiet + 1 : 0;
            was = now;
        }
    }

    private static async Task<List<double>> SendAllAsync(UploadConnection connection, IReadOnlyList<Upload> uploads, Stopwatch watch)
    {
        var times = new List<double>(uploads.Count);
        foreach (var upload in uploads)
        {
            if (watch.Elapsed > Longest) break;
            var started = Stopwatch.GetTimestamp();
            await connection.SendAsync(upload);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return times;
    }

    private (double Program, double Database, double Own) Cpu() =>
        (ProcessorTime.OfFamily(program), database is { } id ? ProcessorTime.OfFamily(id) : 0, Environment.CpuUsage.TotalTime.TotalSeconds);
}
