using Learning.Silo.Imports;
using Learning.Web.Accounts;
using Learning.Web.Accounts.SignIn;
using Learning.Web.Api.Badges;
using Learning.Web.Api.Certificates;
using Learning.Web.Api.Cohorts;
using Learning.Web.Api.Courses;
using Learning.Web.Api.Devices;
using Learning.Web.Api.Enrolments;
using Learning.Web.Api.Health;
using Learning.Web.Api.Imports;
using Learning.Web.Api.Keys;
using Learning.Web.Api.Problems;
using Learning.Web.Api.Regions;
using Learning.Web.Api.Requests;
using Learning.Web.Api.Review;
using Learning.Web.Api.Sessions;
using Learning.Web.Api.Sync;
using Learning.Web.Api.Trainees;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Learning.Web.Api;

/// <summary>Wires the HTTP API into the web host.</summary>
public static class LearningApi
{
    /// <summary>What the calls need. Goes after accounts, content and grains (or the grain client) are registered.</summary>
    /// <param name="services">Where to register.</param>
    public static IServiceCollection AddLearningApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => ApiJson.Set(options.SerializerOptions));
        // Otherwise what is wrong with a body would be known in development only.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ImportFiles>();
        services.AddSingleton<CohortAccess>();
        services.AddSingleton<PlanReading>();
        services.AddSingleton<People>();
        services.AddSingleton<PersonAccess>();
        services.AddSingleton<Merging>();
        services.AddSingleton<OnceOnly>();
        services.AddSingleton<SiteAddress>();
        services.AddSingleton<BadgeKeys>();
        services.AddSingleton<CertificateKeys>();
        services.AddSingleton<SyncGrants>();
        services.AddSingleton<SyncMetrics>();
        services.AddSingleton<ScanIntake>();
        services.AddSingleton<UploadNotes>();
        services.AddSingleton<SelfCheckInKeys>();
        services.AddSingleton<Bundles>();
        services.AddSingleton<Offers>();
        services.AddSingleton<DeskBadge>();
        services.AddSingleton<DeviceOwners>();
        services.AddSingleton<DeviceNumbers>();
        services.AddSingleton<ScanReviews>();
        services.AddSingleton<ScanMoves>();
        services.AddScoped<ScanSenders>();
        services.AddScoped<ExportFiles>();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, DeviceAuthentication>(Schemes.Device, null);
        services.AddAuthorizationBuilder().AddPolicy(ApiPolicies.Sync, policy => policy
            .RequireAssertion(context => Caller.Of(context.User) is { } caller && (caller.DeviceId is not null || caller.IsAdministrator || caller.IsManager || caller.IsTrainer)))
            .AddPolicy(ApiPolicies.Desk, policy => policy.RequireRole(Roles.Administrator, Roles.Trainer));
        services.AddHealth();
        services.AddOpenApi("v1", options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Learning";
            document.Info.Description = "Everything a page does. Problems are by RFC 9457, in the language that Accept-Language or ?lang= asks for; creating calls take an Idempotency-Key header.";
            return Task.CompletedTask;
        }));
        return services;
    }

    /// <summary>Answers problems of the API in words. Goes before authentication.</summary>
    /// <param name="app">The pipeline.</param>
    public static IApplicationBuilder UseLearningApi(this IApplicationBuilder app) =>
        app.UseWhen(http => ApiAuthorizationAnswers.IsApi(http.Request), api => api.UseMiddleware<ProblemAnswers>());

    /// <summary>Maps every call of the API but those of accounts, reach and reports; the description; health and metrics.</summary>
    /// <param name="routes">Where.</param>
    public static IEndpointRouteBuilder MapLearningApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").WithMetadata(new DisableRequestSizeLimitAttribute(), new BodyLimit(BodyLimit.Usual));
        api.MapGroup("").WithTags("regions").MapRegions();
        api.MapGroup("").WithTags("courses").MapCourses();
        api.MapGroup("").WithTags("cohorts").MapCohorts();
        api.MapGroup("").WithTags("enrolments").MapEnrolments();
        api.MapGroup("").WithTags("trainees").MapTrainees();
        api.MapGroup("").WithTags("trainees").MapMerges();
        api.MapGroup("").WithTags("badges").MapBadges();
        api.MapGroup("").WithTags("devices").MapDevices();
        api.MapGroup("").WithTags("sync").MapSync();
        api.MapGroup("").WithTags("sessions").MapSessions();
        api.MapGroup("").WithTags("review").MapReview();
        api.MapGroup("").WithTags("certificates").MapCertificates();
        api.MapGroup("").WithTags("imports").MapImports();
        routes.MapGet("/.well-known/jwks.json", (CertificateKeys keys) => keys.PublicSet()).AllowAnonymous()
            .WithTags("certificates").WithSummary("The public key by which certificates as credentials are verified (RFC 7517).");
        routes.MapHealth();
        routes.MapOpenApi().AllowAnonymous();
        return routes;
    }
}
