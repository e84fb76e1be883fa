using Learning.Silo.Storage;
using Learning.Web.Accounts.Administration;
using Learning.Web.Accounts.Demo;
using Learning.Web.Accounts.Protection;
using Learning.Silo.Secrets;
using Learning.Web.Accounts.Security;
using Learning.Web.Accounts.SignIn;
using Learning.Web.Audit;
using Learning.Web.Words;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Learning.Web.Accounts;

/// <summary>Wires accounts, sign-in, audit and security into the web host.</summary>
public static class AccountsSetup
{
    /// <summary>
    /// Accounts, the secret, data protection, schemes, policies, audit log, and the step at start. Before it the settings decide about demo mode;
    /// <see cref="Demo.Demo"/> tells others.
    /// </summary>
    /// <param name="services">Where to register; the database is registered too if it isn't yet.</param>
    /// <param name="configuration">Environment variables and appsettings.</param>
    /// <param name="database">Where everything is stored.</param>
    /// <exception cref="StartRefusedException">The settings can't be used; the message says what to do.</exception>
    public static IServiceCollection AddLearningAccounts(this IServiceCollection services, IConfiguration configuration, LearningDatabase database)
    {
        services.AddSingleton(DemoRule.From(configuration, database.Kind));
        services.AddLearningSecrets(configuration, database).AddLearningDatabase(database).AddLearningProtection();
        services.AddWords();
        services.AddAudit();
        services.AddIdentity();
        services.AddLearningSchemes();
        services.AddScoped<PasswordSignIn>();
        services.AddSingleton<SignInAttempts>();
        services.AddSingleton<AccountChanges>();
        services.AddSingleton<AccessTokens>();
        services.AddScoped<OwnPassword>();
        services.AddScoped<AccountAdministration>();
        services.AddSingleton<AccountTrainees>();
        services.AddScoped<DemoAccounts>();
        services.AddScoped<FirstAdministrator>();
        services.AddAuthorizationBuilder().AddLearningPolicies();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, ApiAuthorizationAnswers>();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "learning.form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // The header SecurityHeaders sets says more.
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddHostedService<AccountsAtStart>();
        return services;
    }

    /// <summary>
    /// Security headers, authentication, authorization and antiforgery, in this order. Goes after the exception handler and static files that
    /// everybody may have, and before everything else.
    /// </summary>
    /// <param name="app">The pipeline.</param>
    public static IApplicationBuilder UseLearningSecurity(this IApplicationBuilder app) => app
        .UseMiddleware<SecurityHeaders>()
        .UseAuthentication()
        .UseAuthorization()
        .UseAntiforgery();

    /// <summary>Maps the calls of accounts, signing in and audit.</summary>
    /// <param name="routes">Where.</param>
    public static IEndpointRouteBuilder MapLearningAccounts(this IEndpointRouteBuilder routes)
    {
        routes.MapSignIn();
        routes.MapAccounts();
        routes.MapAudit();
        return routes;
    }

    private static void AddAudit(this IServiceCollection services)
    {
        services.TryAddSingleton<IAuditLog, AuditLog>();
        services.TryAddSingleton<AuditReader>();
    }

    private static void AddIdentity(this IServiceCollection services)
    {
        services.AddDbContext<AccountsDb>((provider, options) => options.UseLearningDatabase(provider));
        services.AddScoped<AccountErrorWords>();
        services.AddIdentityCore<Account>(options =>
            {
                // UserNameRule says which; this list can't tell a mixture of scripts.
                options.User.AllowedUserNameCharacters = "";
                options.Password.RequiredLength = PasswordRule.Least;
                options.Password.RequiredUniqueChars = PasswordRule.LeastDifferent;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Lockout.MaxFailedAccessAttempts = PasswordSignIn.MostWrong;
                options.Lockout.DefaultLockoutTimeSpan = PasswordSignIn.LockTime;
            })
            .AddEntityFrameworkStores<AccountsDb>()
            .AddUserManager<AccountUsers>()
            .AddUserValidator<UserNameRule>()
            .AddPasswordValidator<PasswordRule>()
            .AddErrorDescriber<AccountErrorWords>()
            .AddClaimsPrincipalFactory<AccountPrincipals>();
    }
}
