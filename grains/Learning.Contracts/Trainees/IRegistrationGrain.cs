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
}
