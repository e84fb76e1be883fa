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
    DateTimeOffset since, DateOnly today, IReadOnlyDictionary<string, StoredCohort> cohorts, IReadOnlyDictionary<string, WholeSession> sessions,
    IReadOnlyDictionary<string, StoredImport> imports, ILookup<(string, string), StoredCertificate> certificates)
{
    /// <summary>Why a fact is not what it was; never empty.</summary>
    public IReadOnlyList<ReportCause> Of(string traineeId, string cohortId, ReportFact? then, ReportFact? now)
    {
        var found = Found(traineeId, cohortId, then, now).ToList();
        return found.Count > 0 ? found : [new ReportCause(ReportChangeKind.Other, cohortId)];
    }

    /// <summary>Why the unnamed attendances of a session are not what they were; never empty.</summary>
    public IEnumerable<ReportCause> OfHeadcount(string cohortId, int session, bool isMoved, long now)
    {
        if (now == 0 && Gone(cohortId) is { } gone) return [gone];
        return [new ReportCause(isMoved ? ReportChangeKind.PlanChanged : ReportChangeKind.Headcount, cohortId, session)];
    }

    private ReportCause? Gone(string cohortId)
    {
        if (cohorts.GetValueOrDefault(cohortId)?.Cohort is not { State: CohortState.Cancelled } cohort) return null;
        return cohort.ImportId is { } id && imports.GetValueOrDefault(id)?.Import?.State is ImportState.Undoing or ImportState.Undone
            ? new ReportCause(ReportChangeKind.ImportUndone, cohortId, By: cohort.ImportId)
            : new ReportCause(ReportChangeKind.CohortCancelled, cohortId);
    }

    private IEnumerable<ReportCause> Found(string traineeId, string cohortId, ReportFact? then, ReportFact? now)
    {
        var cohort = cohorts.GetValueOrDefault(cohortId)?.Cohort;
        var import = cohort?.ImportId is { } id ? imports.GetValueOrDefault(id)?.Import : null;
        if (now is null && Gone(cohortId) is { } gone)
        {
            yield return gone;
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
            foreach (var cause in Certificates(traineeId, cohortId, then, now)) yield return cause;
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
        if (session.State.Corrections.LastOrDefault(c => c.TraineeId == traineeId && c.At > since) is { } correction)
            return new ReportCause(ReportChangeKind.Correction, cohortId, number, correction.At, correction.By);
        var own = session.Scans.Where(s => s.TraineeId == traineeId).ToDictionary(s => s.ScanId);
        var voids = session.Scans.Where(s => s.Kind == ScanKind.Void && own.ContainsKey(s.TargetScanId!)).ToList();
        if (session.State.Reviews.LastOrDefault(r => r.At > since && (own.ContainsKey(r.ScanId) || voids.Exists(v => v.ScanId == r.ScanId))) is { } decision)
            return new ReportCause(ReportChangeKind.Review, cohortId, number, decision.At, decision.By);
        if (voids.LastOrDefault(v => v.ReceivedAt > since) is { } taken)
            return new ReportCause(ReportChangeKind.Void, cohortId, number, taken.ReceivedAt, taken.Operator ?? taken.DeviceId);
        return own.Values.Where(s => s.ReceivedAt > since).OrderBy(s => s.EstimatedAt).FirstOrDefault() is { } scan
            ? new ReportCause(scan.EstimatedAt <= since ? ReportChangeKind.LateSync : ReportChangeKind.CheckIn, cohortId, number, scan.ReceivedAt, scan.Operator ?? scan.DeviceId)
            : null;
    }

    private IEnumerable<ReportCause> Certificates(string traineeId, string cohortId, ReportFact? then, ReportFact? now)
    {
        foreach (var certificate in certificates[(traineeId, cohortId)].Select(c => c.Certificate!.Facts))
        {
            var days = ReportFact.Days(certificate.IssuedOn, certificate.ValidUntil);
            var (was, has) = (then?.Held.Contains(days) == true, now?.Held.Contains(days) == true);
            if (has && !was) yield return new ReportCause(ReportChangeKind.CertificateIssued, cohortId);
            if (!was || has) continue;
            var isWithdrawn = certificate.RevokedOn is not null || certificate.SupersededBy is not null;
            if (isWithdrawn || certificate.ValidUntil < today)
                yield return new ReportCause(isWithdrawn ? ReportChangeKind.CertificateRevoked : ReportChangeKind.CertificateExpired, cohortId);
        }
    }

    private static Dictionary<int, (DateOnly, decimal)> Days(ReportFact? fact) => fact?.Attended.ToDictionary(s => s.Number, s => (s.Day, s.Hours)) ?? [];
}
