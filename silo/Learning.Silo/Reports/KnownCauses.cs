using Learning.Domain.Checkin;
using Learning.Domain.Cohorts;
using Learning.Domain.Imports;
using Learning.Domain.Reports;
using Learning.Domain.Sessions;
using Learning.Grains.Certificates;
using Learning.Grains.Cohorts;
using Learning.Grains.Imports;
using Learning.Grains.Sessions;

namespace Learning.Silo.Reports;

/// <summary>What is known to have happened since a report was frozen, and how it explains a difference.</summary>
internal sealed class KnownCauses(
    DateTimeOffset since, DateOnly today, IReadOnlyDictionary<string, StoredCohort> cohorts, IReadOnlyDictionary<string, StoredSession> sessions,
    IReadOnlyDictionary<string, StoredImport> imports, ILookup<(string, string), StoredCertificate> certificates)
{
    /// <summary>Why a fact is not what it was; never empty.</summary>
    public IReadOnlyList<ReportCause> Of(string traineeId, string cohortId, ReportFact? then, ReportFact? now)
    {
        var found = Found(traineeId, cohortId, then, now).ToList();
        return found.Count > 0 ? found : [new ReportCause(ReportChangeKind.Other, cohortId)];
    }

    private IEnumerable<ReportCause> Found(string traineeId, string cohortId, ReportFact? then, ReportFact? now)
    {
        var cohort = cohorts.GetValueOrDefault(cohortId)?.Cohort;
        var import = cohort?.ImportId is { } id ? imports.GetValueOrDefault(id)?.Import : null;
        if (now is null && cohort?.State == CohortState.Cancelled)
        {
            yield return import?.State is ImportState.Undoing or ImportState.Undone
                ? new ReportCause(ReportChangeKind.ImportUndone, cohortId, By: import.Id)
                : new ReportCause(ReportChangeKind.CohortCancelled, cohortId);
            yield break;
        }

        if (then is null && import is not null && import.StartedAt > since)
        {
            yield return new ReportCause(ReportChangeKind.Import, cohortId, At: import.StartedAt, By: import.Id);
            yield break;
        }

        foreach (var cause in Sessions(traineeId, cohortId, then, now)) yield return cause;
        if ((then?.Completed ?? "") != (now?.Completed ?? "") && cohort?.ClosedAt > since) yield return new ReportCause(ReportChangeKind.Completion, cohortId, At: cohort.ClosedAt);
        if ((then?.Certificates ?? "") != (now?.Certificates ?? ""))
            foreach (var cause in Certificates(traineeId, cohortId)) yield return cause;
        if (then is null || now is null) yield break;
        if ((then.Region, then.Funders, then.Course) != (now.Region, now.Funders, now.Course)) yield return new ReportCause(ReportChangeKind.PlanChanged, cohortId);
        if ((then.Home, then.Organisation, then.Sex, then.BirthYear) != (now.Home, now.Organisation, now.Sex, now.BirthYear))
            yield return new ReportCause(ReportChangeKind.EnrolmentFacts, cohortId);
    }

    private IEnumerable<ReportCause> Sessions(string traineeId, string cohortId, ReportFact? then, ReportFact? now)
    {
        var (before, after) = (Days(then), Days(now));
        foreach (var number in before.Keys.Union(after.Keys).Order())
        {
            if (before.TryGetValue(number, out var was) && after.TryGetValue(number, out var has))
            {
                if (was != has) yield return new ReportCause(ReportChangeKind.PlanChanged, cohortId, number);
                continue;
            }

            // Other dates or filters can bring a session in or out without anybody having touched the marks.
            yield return Mark(traineeId, cohortId, number) ?? new ReportCause(ReportChangeKind.PlanChanged, cohortId, number);
        }
    }

    // The last word on a mark is a correction's; then come decisions, voids, and last scans.
    private ReportCause? Mark(string traineeId, string cohortId, int number)
    {
        if (!sessions.TryGetValue(SessionId.Of(cohortId, number), out var session)) return null;
        if (session.Corrections.LastOrDefault(c => c.TraineeId == traineeId && c.At > since) is { } correction)
            return new ReportCause(ReportChangeKind.Correction, cohortId, number, correction.At, correction.By);
        var own = session.Scans.Where(s => s.TraineeId == traineeId).ToDictionary(s => s.ScanId);
        if (session.Reviews.LastOrDefault(r => r.At > since && own.ContainsKey(r.ScanId)) is { } decision)
            return new ReportCause(ReportChangeKind.Review, cohortId, number, decision.At, decision.By);
        if (session.Scans.LastOrDefault(s => s.Kind == ScanKind.Void && s.ReceivedAt > since && own.ContainsKey(s.TargetScanId!)) is { } taken)
            return new ReportCause(ReportChangeKind.Void, cohortId, number, taken.ReceivedAt, taken.Operator ?? taken.DeviceId);
        return own.Values.Where(s => s.ReceivedAt > since).OrderBy(s => s.EstimatedAt).FirstOrDefault() is { } scan
            ? new ReportCause(scan.EstimatedAt <= since ? ReportChangeKind.LateSync : ReportChangeKind.CheckIn, cohortId, number, scan.ReceivedAt, scan.Operator ?? scan.DeviceId)
            : null;
    }

    private IEnumerable<ReportCause> Certificates(string traineeId, string cohortId)
    {
        var day = DateOnly.FromDateTime(since.UtcDateTime);
        foreach (var certificate in certificates[(traineeId, cohortId)].Select(c => c.Certificate!.Facts))
        {
            if (certificate.RevokedOn >= day || certificate.SupersededBy is not null) yield return new ReportCause(ReportChangeKind.CertificateRevoked, cohortId);
            else if (certificate.ValidUntil >= day && certificate.ValidUntil < today) yield return new ReportCause(ReportChangeKind.CertificateExpired, cohortId);
            else if (certificate.IssuedOn >= day) yield return new ReportCause(ReportChangeKind.CertificateIssued, cohortId);
        }
    }

    private static Dictionary<int, (DateOnly, decimal)> Days(ReportFact? fact) => fact?.Attended.ToDictionary(s => s.Number, s => (s.Day, s.Hours)) ?? [];
}
