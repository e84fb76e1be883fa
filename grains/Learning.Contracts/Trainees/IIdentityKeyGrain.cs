namespace Learning.Contracts.Trainees;

/// <summary>
/// Which trainee holds a strong identity key; the key is a keyed hash of a register number, or of phone and given name.
/// Uniqueness comes from the claim, never from looking in the read model.
/// </summary>
[Alias("identity-key")]
public interface IIdentityKeyGrain : IGrainWithStringKey
{
    /// <summary>The holder, or <see langword="null"/>.</summary>
    [Alias("holder")]
    Task<string?> Holder();

    /// <summary>Claims the key; whoever came first keeps it.</summary>
    /// <param name="traineeId">Who wants it.</param>
    /// <returns>The holder after the call.</returns>
    [Alias("claim")]
    Task<string> Claim(string traineeId);

    /// <summary>Gives the key up; does nothing when somebody else holds it.</summary>
    /// <param name="traineeId">Who held it.</param>
    [Alias("release")]
    Task Release(string traineeId);
}
