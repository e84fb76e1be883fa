using Learning.Contracts.Certificates;
using Learning.Contracts.Trainees;
using Learning.Domain.Certificates;
using Learning.Domain.Ids;
using Learning.Domain.Regions;
using Learning.Grains.State;

namespace Learning.Grains.Certificates;

/// <inheritdoc cref="ICertificateGrain"/>
public sealed class CertificateGrain(
    [PersistentState("certificate")] IPersistentState<StoredCertificate> state,
    CertificateIssuing issuing,
    RegionTree regions,
    TimeProvider clock) : Grain, ICertificateGrain
{
    private Certificate? Certificate => state.State.Certificate;

    /// <inheritdoc/>
    public Task<Certificate?> Get() => Task.FromResult(Certificate);

    /// <inheritdoc/>
    public async Task Issue(Certificate certificate)
    {
        if (Certificate is null) await Write(certificate);
        await GrainFactory.GetGrain<ITraineeGrain>(certificate.TraineeId).AddCertificate(certificate.Facts.Number);
    }

    /// <inheritdoc/>
    public async Task<OperationResult> Revoke(string reason)
    {
        if (Certificate is null) return OperationResult.Refused("certificate.unknown");
        if (Certificate.Facts.SupersededBy is not null) return OperationResult.Refused("certificate.superseded");
        if (Certificate.Facts.RevokedOn is null)
            await Write(Certificate with { Facts = Certificate.Facts with { RevokedOn = regions.Today(clock), RevokedReason = reason } });
        return OperationResult.Done;
    }

    /// <inheritdoc/>
    public async Task<ReissueAnswer> Reissue()
    {
        if (Certificate is null) return new ReissueAnswer(OperationResult.Refused("certificate.unknown"), null);
        if (Certificate.Facts.RevokedOn is not null) return new ReissueAnswer(OperationResult.Refused("certificate.revoked"), null);
        // That it is replaced is written before the new one is made: asked again after a crash, the same new one is made.
        var number = issuing.NumberOf(Certificate.CohortId, Certificate.TraineeId, Certificate.Serial + 1);
        if (Certificate.Facts.SupersededBy is null)
            await Write(Certificate with { Facts = Certificate.Facts with { SupersededBy = number } });
        await issuing.Replace(Certificate);
        return new ReissueAnswer(OperationResult.Done, number);
    }

    private Task Write(Certificate next) => state.Write(new StoredCertificate { Certificate = next });
}
