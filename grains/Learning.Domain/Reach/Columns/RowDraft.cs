namespace Learning.Domain.Reach.Columns;

/// <summary>One row of <see cref="ReachColumns"/> before it is written.</summary>
internal struct RowDraft
{
    private int segment;
    private int profile;
    private ushort attended;
    private RowFlags flags;
    private ushort certificateFrom;
    private ushort certificateTo;

    /// <summary>The rows of one person; participations that count nowhere have none.</summary>
    public static List<RowDraft> Of(IReadOnlyCollection<ParticipationFact> participations, ReachDimensions dimensions)
    {
        var rows = new List<RowDraft>(participations.Count);
        foreach (var cohort in participations.GroupBy(p => p.CohortId, StringComparer.Ordinal)) Add(rows, [.. cohort], dimensions);
        return rows;
    }

    /// <summary>A row that is there already.</summary>
    public static RowDraft From(RowStore rows, int row) => new()
    {
        segment = rows.Segment[row],
        profile = rows.Profile[row],
        attended = rows.Attended[row],
        flags = rows.Flags[row],
        certificateFrom = rows.CertificateFrom[row],
        certificateTo = rows.CertificateTo[row],
    };

    /// <summary>Writes the row.</summary>
    public readonly void WriteTo(RowStore rows, int row)
    {
        rows.Segment[row] = segment;
        rows.Profile[row] = profile;
        rows.Attended[row] = attended;
        rows.Flags[row] = flags;
        rows.CertificateFrom[row] = certificateFrom;
        rows.CertificateTo[row] = certificateTo;
    }

    private static void Add(List<RowDraft> rows, List<ParticipationFact> sameCohort, ReachDimensions dimensions)
    {
        var cohortId = sameCohort[0].CohortId;
        var completed = sameCohort.Exists(p => p.Completed);
        var certificates = sameCohort.SelectMany(p => p.Certificates).Distinct().ToList();
        var segments = new SortedDictionary<int, ushort>();
        foreach (var number in sameCohort.SelectMany(p => p.Attended))
            segments[CohortSegment.OrdinalOf(number)] = (ushort)(segments.GetValueOrDefault(CohortSegment.OrdinalOf(number)) | CohortSegment.BitOf(number));
        if (segments.Count == 0)
        {
            if (!completed && certificates.Count == 0) return;
            segments.Add(0, 0);
        }

        var profile = dimensions.Profile(sameCohort[0]);
        var first = rows.Count;
        foreach (var (ordinal, attended) in segments)
            rows.Add(new() { segment = dimensions.Segment(cohortId, ordinal), attended = attended });
        while (rows.Count - first < certificates.Count) rows.Add(new() { segment = rows[first].segment });
        for (var i = first; i < rows.Count; i++)
        {
            var row = rows[i];
            row.profile = profile;
            row.flags = (i > first ? RowFlags.Continues : 0) | (completed ? RowFlags.Completed : 0);
            (row.certificateFrom, row.certificateTo) = i - first < certificates.Count ? Days(certificates[i - first]) : None;
            rows[i] = row;
        }
    }

    private static (ushort From, ushort To) None => (1, 0);

    private static (ushort From, ushort To) Days(CertificateFact certificate)
    {
        var until = certificate.ValidUntil is { } last && last <= ReachDay.Last ? ReachDay.Clamped(last) : ReachDay.Never;
        if (certificate.ValidUntil < ReachDay.First || certificate.RevokedOn <= ReachDay.First) return None;
        if (certificate.RevokedOn <= certificate.ValidFrom) return None;
        if (certificate.RevokedOn is { } revoked && revoked <= ReachDay.Last) until = Math.Min(until, (ushort)(ReachDay.Clamped(revoked) - 1));
        return certificate.ValidFrom > ReachDay.Last ? None : (ReachDay.Clamped(certificate.ValidFrom), until);
    }
}
