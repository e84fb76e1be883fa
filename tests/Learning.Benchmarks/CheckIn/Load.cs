using System.Diagnostics;
using System.Net.Sockets;

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
        var connections = new List<UploadConnection>(queues.Count);
        try
        {
            foreach (var queue in queues) connections.Add(new UploadConnection(address, queue));
            var before = Cpu();
            var watch = Stopwatch.StartNew();
            await Task.Factory.StartNew(() => SendAll(connections, watch), TaskCreationOptions.LongRunning);
            var (elapsed, after) = (watch.Elapsed, Cpu());

            var scans = connections.SelectMany(c => c.Answered).SelectMany(u => u.Scans).ToList();
            acknowledged.AddRange(scans);
            return new Measured(
                scans.Count, elapsed, [.. connections.SelectMany(c => c.Times).Order()], after.Program - before.Program, after.Database - before.Database, after.Own - before.Own);
        }
        finally
        {
            foreach (var connection in connections) connection.Dispose();
        }
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

    /// <summary>One thread waits for all connections at once: what it costs is taken from the processor of those it measures.</summary>
    private static void SendAll(IReadOnlyList<UploadConnection> connections, Stopwatch watch)
    {
        var waiting = connections.Where(c => c.SendNext()).ToDictionary(c => c.Socket);
        var readable = new List<Socket>();
        while (waiting.Count > 0)
        {
            readable.Clear();
            readable.AddRange(waiting.Keys);
            Socket.Select(readable, null, null, Timeout.Infinite);
            foreach (var socket in readable)
            {
                var connection = waiting[socket];
                if (connection.Receive() && (watch.Elapsed > Longest || !connection.SendNext())) waiting.Remove(socket);
            }
        }
    }

    private (double Program, double Database, double Own) Cpu() =>
        (ProcessorTime.OfFamily(program), database is { } id ? ProcessorTime.OfFamily(id) : 0, Environment.CpuUsage.TotalTime.TotalSeconds);
}
