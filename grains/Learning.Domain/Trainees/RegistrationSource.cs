namespace Learning.Domain.Trainees;

/// <summary>Who registers somebody, where it is no account.</summary>
public static class RegistrationSource
{
    /// <summary>The person, on the public page.</summary>
    public const string Self = "self";
}
