using System.Diagnostics.Metrics;
using Learning.Domain.Checkin;

namespace Learning.Web.Api.Sync;

/// <summary>Counts of uploaded scans by what became of them; nobody is named.</summary>
public sealed class SyncMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string Meter = "Learning.Sync";

    private readonly Counter<long> scans;

    /// <summary>Makes the counter.</summary>
    /// <param name="meters">The process's.</param>
    public SyncMetrics(IMeterFactory meters) =>
        scans = meters.Create(Meter).CreateCounter<long>("learning.scans", "{scan}", "Scans uploaded, by what became of them.");

    /// <summary>Counts an upload.</summary>
    /// <param name="results">What became of its items.</param>
    public void Count(IEnumerable<ScanResult> results)
    {
        foreach (var group in results.CountBy(r => r.Status))
            scans.Add(group.Value, new KeyValuePair<string, object?>("status", group.Key.ToString()));
    }
}
