using System.Security.Claims;
using Learning.Contracts.Cohorts;
using Learning.Contracts.Trainees;
using Learning.Domain.Cohorts;
using Learning.Domain.Trainees;
using Learning.Web.Audit;

namespace Learning.Web.Pages.Apply;

/// <summary>
/// Takes applications in. Anybody can claim to be anybody here, so somebody already known is only put on the list: their
/// profile stays, their PIN stays, and the answer doesn't tell that they are known.
/// </summary>
/// <param name="grains">The grains.</param>
/// <param name="audit">The audit log.</param>
public sealed class Applications(IGrainFactory grains, IAuditLog audit)
{
    /// <summary>Registers the applicant and notes the application. Sending it again changes nothing.</summary>
    /// <param name="who">The request's user.</param>
    /// <param name="cohortId">The cohort.</param>
    /// <param name="registration">What the applicant says, see <see cref="ApplicationForm.ToRegistration"/>.</param>
    /// <param name="pin">The PIN that the applicant chose.</param>
    /// <returns>Where the applicant stands, or why the cohort refused.</returns>
    public async Task<EnrolmentOutcome> Send(ClaimsPrincipal who, string cohortId, Registration registration, string pin)
    {
        // What goes beyond the record itself is agreed to only for oneself: it waits until this is known to be somebody new.
        var answer = await grains.GetGrain<IRegistrationGrain>(0).Register(registration with { Consents = registration.Consents & Consent.Training });
        var grain = grains.GetGrain<ITraineeGrain>(answer.TraineeId);
        if (answer.TraineeId == registration.ProposedId) await Equip(grain, registration.Consents, pin);

        var trainee = (await grain.Get())!;
        var outcome = await grains.GetGrain<ICohortGrain>(cohortId).Apply(new EnrolmentRequest(trainee.Id, trainee.Profile.AsOfNow()));
        await audit.Note(who, "enrolment.apply", cohortId, trainee.Id);
        return outcome;
    }

    private static async Task Equip(ITraineeGrain grain, Consent consents, string pin)
    {
        // The PIN comes last and says that all is done: a form sent again later changes nothing that the person has since changed.
        if (await grain.Get() is not { HasPin: false } trainee) return;
        await grain.Update(trainee.Profile with { Consents = consents });
        await grain.SetPin(pin);
    }
}
