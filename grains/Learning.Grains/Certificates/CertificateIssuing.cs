using Learning.Contracts.Certificates;
using Learning.Contracts.Trainees;
using Learning.Domain.Certificates;
using Learning.Domain.Cohorts;
using Learning.Domain.Regions;
using Learning.Domain.Trainees;
using Learning.Grains.Secrets;

namespace Learning.Grains.Certificates;

/// <summary>Makes certificates out of a settled cohort. The number follows from cohort, person and serial: safe to repeat.</summary>
public sealed class CertificateIssuing(IGrainFactory grains, RegionTree regions, CertificateIssuer issuer, LearningSecret secret, TimeProvider clock)
{
    private const int AtOnce = 32;
    private readonly byte[] key = secret.For("certificate-number");

    /// <summary>The number of a certificate.</summary>
    /// <param name="cohortId">For which cohort.</param>
    /// <param name="traineeId">Whose.</param>
    /// <param name="serial">1 for the first issue.</param>
    public string NumberOf(string cohortId, string traineeId, int serial) => CertificateNumber.Of(key, cohortId, traineeId, serial);

    /// <summary>Issues to everybody who completed and has none yet.</summary>
    /// <param name="cohort">The cohort, settled.</param>
    /// <returns>The cohort with the numbers.</returns>
    public async Task<Cohort> Issue(Cohort cohort)
    {
        var due = cohort.Roster.Where(e => e is { State: EnrolmentState.Completed, CertificateNumber: null }).ToList();
        foreach (var some in due.Chunk(AtOnce)) await Task.WhenAll(some.Select(e => IssueTo(cohort, e)));
        return cohort with
        {
            CertificatesIssued = true,
            Roster =
            [
                .. cohort.Roster.Select(e => e is { State: EnrolmentState.Completed, CertificateNumber: null }
                    ? e with { CertificateNumber = NumberOf(cohort.Id, e.TraineeId, 1) }
                    : e),
            ],
        };
    }

    /// <summary>Makes the certificate that replaces one, with the holder's name as it is now.</summary>
    /// <param name="old">The one replaced.</param>
    public async Task Replace(Certificate old)
    {
        var number = NumberOf(old.CohortId, old.TraineeId, old.Serial + 1);
        var facts = old.Facts with
        {
            Number = number,
            HolderName = await NameOf(old.TraineeId),
            IssuedOn = regions.Today(clock),
            Supersedes = old.Facts.Number,
            SupersededBy = null,
        };
        await grains.GetGrain<ICertificateGrain>(number).Issue(old with { Facts = facts, Serial = old.Serial + 1 });
    }

    private async Task IssueTo(Cohort cohort, Enrolment enrolment)
    {
        var (course, plan) = (cohort.Plan.Course, cohort.Plan);
        var region = regions.Find(plan.RegionCode);
        var number = NumberOf(cohort.Id, enrolment.TraineeId, 1);
        var facts = new CertificateFacts
        {
            Number = number,
            Kind = course.Certificate.Kind,
            HolderName = await NameOf(enrolment.TraineeId),
            CourseCode = course.Code,
            CourseTitleMn = course.TitleMn,
            CourseTitleEn = course.TitleEn,
            CourseVersion = course.Version,
            Hours = enrolment.HoursAttended ?? 0,
            RegionNameMn = region?.NameMn ?? plan.RegionCode,
            RegionNameEn = region?.NameEn ?? plan.RegionCode,
            FirstSession = plan.StartDate,
            LastSession = plan.EndDate,
            IssuerNameMn = issuer.NameMn,
            IssuerNameEn = issuer.NameEn,
            IssuedOn = regions.Today(clock),
            ValidUntil = course.Certificate.ValidMonths is { } months ? plan.EndDate.AddMonths(months) : null,
        };
        await grains.GetGrain<ICertificateGrain>(number).Issue(new Certificate(facts, enrolment.TraineeId, cohort.Id, 1));
    }

    private async Task<string?> NameOf(string traineeId)
    {
        var trainee = await grains.GetGrain<ITraineeGrain>(traineeId).Get();
        return trainee?.Profile.Consents.HasFlag(Consent.Certificate) == true ? trainee.Profile.DisplayName() : null;
    }
}
