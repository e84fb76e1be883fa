using Learning.Domain.Cohorts;
using Learning.Domain.Ids;
using Learning.Domain.Sessions;
using Learning.Grains.Certificates;
using Learning.Grains.Cohorts;
using Learning.Grains.Courses;
using Learning.Grains.Devices;
using Learning.Grains.Funders;
using Learning.Grains.Imports;
using Learning.Grains.Organisations;
using Learning.Grains.Reports;
using Learning.Grains.Sessions;
using Learning.Grains.State;
using Learning.Grains.Targets;
using Learning.Grains.Trainees;
using Learning.Domain.Text;
using Learning.Silo.Changes;

namespace Learning.Silo.Projections;

/// <summary>Every projection: the one place that says which grain fills which table.</summary>
internal static class StateProjections
{
    public static readonly IReadOnlyDictionary<string, IStateProjection> ByStateName = new IStateProjection[]
    {
        Of<StoredTrainee>("trainee", Trainee),
        Of<StoredCohort>("cohort", Cohort),
        new StateProjection<WholeSession>("session", StateReading.Sessions, Session),
        Of<StoredCertificate>("certificate", Certificate),
        Of<StoredCourse>("course", Course),
        Of<StoredOrganisation>("organisation", Organisation),
        Of<StoredFunder>("funder", Funder),
        Of<StoredDevice>("device", Device),
        Of<StoredImport>("import", Import),
        Of<StoredTarget>("target", Target),
        Of<StoredReport>("report", Report),
    }.ToDictionary(p => p.StateName, StringComparer.Ordinal);

    private static StateProjection<T> Of<T>(string stateName, Action<string, T, ReadModelBatch> project) =>
        new(stateName, (states, keys, cancel) => states.Read(stateName, keys, GrainStateJson.Of<T>(), cancel), project);

    private static void Trainee(string id, StoredTrainee stored, ReadModelBatch batch)
    {
        if (stored.Trainee is not { } trainee) return;
        var (profile, badge) = (trainee.Profile, trainee.CurrentBadge);
        batch.Replace(Table.People, id,
        [
            id, profile.Patronymic, profile.GivenName, SearchKey.Of(profile.Patronymic, profile.GivenName, profile.Phone).Latin, profile.Sex,
            profile.BirthYear, profile.RegisterEnding, profile.Phone, profile.HomeRegion, profile.Organisation, profile.Consents,
            badge?.Id, badge?.ShortCode, trainee.HasPin, trainee.MergedInto, trainee.Retracted, trainee.RegisteredAt, trainee.RegisteredBy,
        ]);
        // Of a merge that was taken back the read model may no longer say whose facts these were.
        if (batch.IsRepeated) batch.Trainees.UnionWith(trainee.Merges.Select(m => m.Into));
        batch.Replace(Table.Badges, id, trainee.Badges.Select(b => new object?[] { id, b.Id, b.ShortCode, b.NotBefore, b.NotAfter, b.RevokedAt }));
    }

    private static void Cohort(string id, StoredCohort stored, ReadModelBatch batch)
    {
        if (stored.Cohort is not { } cohort) return;
        var (plan, course) = (cohort.Plan, cohort.Plan.Course);
        int Count(EnrolmentState state) => cohort.Roster.Count(e => e.State == state);
        batch.Replace(Table.Cohorts, id,
        [
            id, course.Code, course.Version, course.Kind, course.TitleMn, course.TitleEn, plan.RegionCode, plan.Venue, plan.StartDate, plan.EndDate,
            plan.Sessions.Length, cohort.State, plan.Capacity, cohort.Places, Count(EnrolmentState.Waitlisted), Count(EnrolmentState.Requested),
            Count(EnrolmentState.Completed), cohort.ImportId, cohort.Sheet,
        ]);
        batch.Replace(Table.CohortGrants, id, plan.Grants.Select(g => new object?[] { id, g.Code, g.Funder, g.Share is { } share ? (int)(share * 1_000_000) : null }));
        batch.Replace(Table.CohortTrainers, id, plan.Trainers.Distinct().Select(t => new object?[] { id, t }));
        batch.Replace(Table.Enrolments, id, cohort.Roster.Select(e => new object?[]
        {
            id, e.TraineeId, e.Order, e.State, e.Method, e.Facts.HomeRegion, e.Facts.Organisation, e.Facts.BirthYear, e.Facts.Sex,
            e.PreScore, e.PostScore, e.HoursAttended is { } hours ? Minutes(hours) : null, e.CertificateNumber, e.ImportRow,
        }));
    }

    private static void Session(string id, WholeSession session, ReadModelBatch batch)
    {
        var stored = session.State;
        if (stored.Frame is not { } frame || !SessionId.TryParse(id, out var cohortId, out var number)) return;
        var log = session.Log();
        var marks = log.Marks().ToList();
        batch.Replace(Table.Sessions, id,
        [
            id, cohortId, number, frame.Plan.Date, Minutes(frame.Plan.Hours), frame.RegionCode, marks.Count(m => m.Mark is not null),
            marks.Count(m => m.Mark?.Attended() == true), marks.Count(m => m.Flags.Length > 0), stored.Headcount.Sum(h => h.Count),
        ]);
        batch.Replace(Table.Marks, id, marks.Select(m => new object?[]
        {
            id, m.TraineeId, cohortId, number, m.Mark, m.At, m.Method, m.DeviceId, string.Join(' ', m.Flags),
        }));
        batch.Replace(Table.ToReview, id, log.ToReview().Select(r => new object?[]
        {
            id, r.Scan.ScanId, false, frame.Plan.Date, id, cohortId, r.TraineeId, r.Scan.DeviceId, r.Scan.Operator, r.Scan.Kind, r.Scan.Method,
            r.Scan.EstimatedAt, r.Scan.ReceivedAt, string.Join(' ', r.Reasons), r.Waits,
        }));
        batch.Receive(id, session.Scans.Where(s => s.DeviceSeq > 0 && LearningId.IsId(s.DeviceId)).Select(s => (s.DeviceId, s.DeviceSeq)));
        batch.Replace(Table.Headcounts, id, stored.Headcount.Select(h => new object?[] { id, h.Sex, h.AgeBand, h.Count }));
    }

    private static void Certificate(string number, StoredCertificate stored, ReadModelBatch batch)
    {
        if (stored.Certificate is not { } certificate) return;
        var facts = certificate.Facts;
        batch.Replace(Table.Certificates, number,
            [number, certificate.TraineeId, certificate.CohortId, facts.Kind, facts.IssuedOn, facts.ValidUntil, facts.RevokedOn, facts.SupersededBy]);
    }

    private static void Course(string code, StoredCourse stored, ReadModelBatch batch)
    {
        if (stored.Versions.LastOrDefault() is not { } course) return;
        batch.Replace(Table.Courses, code, [code, course.Version, course.TitleMn, course.TitleEn, course.Kind, Minutes(course.Hours), course.Days]);
    }

    private static void Organisation(string code, StoredOrganisation stored, ReadModelBatch batch)
    {
        if (stored.Organisation is not { } it) return;
        batch.Replace(Table.Organisations, code, [code, it.ParentCode, it.Kind, it.NameMn, it.NameEn]);
    }

    private static void Funder(string code, StoredFunder stored, ReadModelBatch batch)
    {
        if (stored.Funder is not { } funder) return;
        batch.Replace(Table.Funders, code, [code, funder.NameMn, funder.NameEn]);
    }

    private static void Device(string id, StoredDevice stored, ReadModelBatch batch)
    {
        if (stored.Device is not { } device) return;
        batch.Replace(Table.Devices, id,
        [
            id, device.Name, device.Owner, device.ExpiresAt, device.RevokedAt, device.LastContact, "", device.ToReview().Count(),
            (long)device.ClockOffset.TotalMilliseconds,
        ]);
        batch.Receive(id, device.Quarantine.Select(q => (id, q.Item.DeviceSeq)));
        batch.Devices.Add(id);
        batch.Replace(Table.ToReview, id, device.ToReview().Select(q => new object?[]
        {
            id, q.Id, true, DateOnly.FromDateTime(q.Item.CapturedAt.UtcDateTime), SessionId.TryParse(q.Item.SessionId, out _, out _) ? q.Item.SessionId : "", null,
            q.Item.TraineeId, q.DeviceId, q.Item.Operator, q.Item.Kind, q.Item.Method, q.Item.CapturedAt, q.ReceivedAt, q.Reason, true,
        }));
    }

    private static void Import(string id, StoredImport stored, ReadModelBatch batch)
    {
        if (stored.Import is not { } import) return;
        batch.Replace(Table.Imports, id, [id, import.FileName, import.State, import.Done, import.Total, import.StartedBy, import.StartedAt]);
    }

    private static void Target(string id, StoredTarget stored, ReadModelBatch batch)
    {
        // One that was withdrawn leaves no row: nobody is to see it beside a figure.
        if (stored.Target is not { Current: { } current } target)
        {
            batch.Replace(Table.Targets, id);
            return;
        }

        var query = target.Query;
        batch.Replace(Table.Targets, id,
        [
            id, query.Region, query.RegionKind, query.Measure, query.Rule, query.Course, query.Funder, query.Sex, query.AgeBand, query.Organisation,
            query.From, query.To, current.Value, current.Baseline, current.BaselineDay, current.At, current.By,
        ]);
    }

    private static void Report(string id, StoredReport stored, ReadModelBatch batch)
    {
        if (stored.Report is not { } report) return;
        batch.Replace(Table.Reports, id, [id, report.Title, report.Query.Region, report.Query.Measure, report.FrozenAt, report.FrozenBy, report.ContentHash]);
    }

    private static int Minutes(decimal hours) => (int)decimal.Round(hours * 60);
}
