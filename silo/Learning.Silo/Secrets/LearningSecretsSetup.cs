using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Configuration;
using Learning.Domain.Identity;
using Learning.Silo.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Learning.Silo.Secrets;

/// <summary>Registers the secret.</summary>
public static class LearningSecretsSetup
{
    /// <summary>The secret itself, and the one under which register and phone numbers are hashed.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="configuration">Environment variables and appsettings.</param>
    /// <param name="database">Where everything is stored.</param>
    /// <exception cref="StartRefusedException">See <see cref="LearningSecretFile.Get"/>.</exception>
    public static IServiceCollection AddLearningSecrets(this IServiceCollection services, IConfiguration configuration, LearningDatabase database)
    {
        var secret = LearningSecretFile.Get(configuration, database);
        services.TryAddSingleton(secret);
        services.TryAddSingleton(new IdentitySecret(secret.For("identity")));
        return services;
    }
}
