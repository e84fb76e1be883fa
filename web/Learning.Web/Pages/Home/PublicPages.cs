using Learning.Web.Pages.Apply;
using Learning.Web.Pages.Mine;
using Learning.Web.Pages.SelfCheckIn;

namespace Learning.Web.Pages.Home;

/// <summary>What the pages for anyone and for trainees need.</summary>
public static class PublicPages
{
    /// <summary>Registers it.</summary>
    /// <param name="services">Where.</param>
    public static IServiceCollection AddPublicPages(this IServiceCollection services)
    {
        services.AddSingleton<OpenCohorts>();
        services.AddSingleton<OrganisationSearch>();
        services.AddSingleton<ApplicationLimit>();
        services.AddSingleton<Applications>();
        services.AddSingleton<OwnPage>();
        services.AddSingleton<OwnTrainings>();
        services.AddSingleton<SelfCheckInCookies>();
        services.AddSingleton<WrongCodeLimit>();
        services.AddSingleton<SelfCheckIns>();
        return services;
    }
}
