using Learning.Domain.Ids;
using Learning.Domain.Trainees;

namespace Learning.Contracts.Trainees;

/// <summary>
/// Decides who somebody is and registers them: finds them by strong evidence, or makes a new trainee and claims the keys.
/// Stateless; any key will do.
/// </summary>
[Alias("registration")]
public interface IRegistrationGrain : IGrainWithIntegerKey
{
    /// <summary>Registers somebody, or finds them. Safe to repeat with the same proposed id.</summary>
    /// <param name="registration">What they say of themselves.</param>
    [Alias("register")]
    Task<RegistrationAnswer> Register(Registration registration);

    /// <summary>
    /// Corrects what is known of somebody, and moves their keys of identity along: a register number that is another
    /// person's is refused as <c>trainee.registerTaken</c>.
    /// </summary>
    /// <param name="said">
    /// The whole profile as it is to be, for the person <see cref="Registration.ProposedId"/>. A register number left out stays as
    /// it was; an empty one is taken off.
    /// </param>
    [Alias("correct")]
    Task<OperationResult> Correct(Registration said);
}
