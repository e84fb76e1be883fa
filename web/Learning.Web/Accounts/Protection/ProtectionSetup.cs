using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Learning.Web.Accounts.Protection;

/// <summary>Registers data protection.</summary>
public static class ProtectionSetup
{
    /// <summary>Data protection with its keys in the database, under the federation's secret.</summary>
    /// <param name="services">Has the database and the secret.</param>
    public static IServiceCollection AddLearningProtection(this IServiceCollection services)
    {
        // Without a name, the keys of a process would depend on the folder it was started from.
        services.AddDataProtection().SetApplicationName("learning");
        services.AddSingleton<ProtectionKeys>();
        services.AddSingleton<KeyEncryptor>();
        services.AddOptions<KeyManagementOptions>().Configure<ProtectionKeys, KeyEncryptor>((options, keys, encryptor) =>
        {
            options.XmlRepository = keys;
            options.XmlEncryptor = encryptor;
        });
        return services;
    }
}
