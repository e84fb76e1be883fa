using Learning.Domain.Sessions;
using Learning.Domain.Sync;

namespace Learning.Domain.Checkin.Local;

/// <summary>
/// Who is here, as one phone sees it: the server's state as downloaded ⊕ what this phone has done (checkin-protocol.md, sync).
/// It depends on the set of the phone's scans alone. Immutable.
/// </summary>
public sealed class LocalView
{
    private readonly Dictionary<string, LocalPresence> here = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);

    /// <summary>Works it out.</summary>
    /// <param name="session">The session as downloaded.</param>
    /// <param name="downloadedAt">When, by the phone's clock, UTC.</param>
    /// <param name="scans">Every scan of this phone in this session.</param>
    public LocalView(BundleSession session, DateTimeOffset downloadedAt, IReadOnlyCollection<LocalScan> scans)
    {
        Recognise(session, scans);
        var voided = scans.Where(s => s.Kind == ScanKind.Void).Select(s => s.TargetScanId).ToHashSet(StringComparer.Ordinal);
        var own = scans.Where(s => s.Kind != ScanKind.Void && !voided.Contains(s.ScanId) && s.Answer is not { Status: ScanStatus.Quarantined })
            .GroupBy(s => Resolve(s.Person), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.MinBy(s => s.DeviceSeq)!, StringComparer.Ordinal);
        // What was taken back after the download, the downloaded mark may still rest on.
        var takenBack = scans.Where(s => s.Kind == ScanKind.Void && (s.SavedAt >= downloadedAt || !s.IsSent)).Select(s => Resolve(s.Person)).ToHashSet(StringComparer.Ordinal);
        foreach (var person in session.People)
        {
            var key = PersonKey.OfTrainee(person.TraineeId);
            if (person.Mark?.Attended() == true && !takenBack.Contains(key))
                here[key] = new LocalPresence(person.MarkedAt ?? downloadedAt, null, IsSent: true, person.Mark == Mark.Late);
        }

        foreach (var (key, scan) in own)
        {
            var server = here.GetValueOrDefault(key);
            here[key] = new LocalPresence(
                server is not null && server.At < scan.SavedAt ? server.At : scan.SavedAt, scan.ScanId, scan.IsSent || server is not null, server?.IsLate == true);
        }
    }

    /// <summary>How many people are here, walk-ins included.</summary>
    public int Count => here.Count;

    /// <summary>Where somebody stands, or <see langword="null"/> if not here.</summary>
    /// <param name="person">A key of <see cref="PersonKey"/>.</param>
    public LocalPresence? Of(string person) => here.GetValueOrDefault(Resolve(person));

    // Somebody whom the phone knew by badge alone, or registered on the spot, is on the next list under a trainee id: one person.
    private void Recognise(BundleSession session, IReadOnlyCollection<LocalScan> scans)
    {
        foreach (var person in session.People)
            foreach (var badge in person.BadgeIds.Concat(person.RevokedBadgeIds)) known[PersonKey.OfBadge(badge)] = PersonKey.OfTrainee(person.TraineeId);
        foreach (var scan in scans)
            if (scan.Answer?.TraineeId is { } traineeId) known[scan.Person] = PersonKey.OfTrainee(traineeId);
    }

    private string Resolve(string person) => known.GetValueOrDefault(person, person);
}
