using Learning.Silo.Secrets;
using System.Text.Json;
using System.Text.Json.Serialization;
using Learning.Domain.Funders;
using Learning.Silo.Content;
using Learning.Silo.Hosting;
using Learning.Silo.Storage;
using Learning.Web.Accounts;
using Learning.Web.Api;
using Learning.Web.FieldApp;
using Learning.Web.Kit.Charts;
using Learning.Web.Pages.Devices;
using Learning.Web.Pages.Home;
using Learning.Web.Pages.Imports;
using Learning.Web.Pages.Mine;
using Learning.Web.Pages.Print;
using Learning.Web.Reach;
using Learning.Web.Reports;
using Learning.Web.Words;
using Microsoft.AspNetCore.Mvc;

namespace Learning.Web;

/// <summary>The whole program as a web application: what `./run` starts, and what tests start on a port of their own.</summary>
public static class LearningWeb
{
    /// <summary>Address without a setting.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Builds it, ready to start.</summary>
    /// <param name="args">Command line settings, as <c>--name=value</c>.</param>
    /// <param name="configure">Last changes before it is built, for tests.</param>
    /// <exception cref="DatabaseSettingsException">The storage settings can't be used.</exception>
    /// <exception cref="ContentException">The content folder has mistakes.</exception>
    /// <exception cref="StartRefusedException">The settings would be unsafe.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            // The program finds its own files wherever it is started from.
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = typeof(LearningWeb).Assembly.GetName().Name,
        });
        builder.WebHost.UseStaticWebAssets();
        configure?.Invoke(builder);
        if (string.IsNullOrWhiteSpace(builder.Configuration["urls"])) builder.WebHost.UseUrls(DefaultUrl);
        var database = LearningDatabase.From(builder.Configuration);

        var services = builder.Services;
        var content = services.AddLearningContent(builder.Configuration);
        services.AddSingleton<IReadOnlyList<Funder>>(content.Funders);
        services.AddSingleton(MapOutlines.Read(Path.Combine(content.Folder, "regions", "mn-map.json")));
        builder.UseOrleans(silo => silo.AddLearningSilo(database));
        services.AddLearningAccounts(builder.Configuration, database);
        services.AddReach();
        services.AddReports();
        services.AddScoped<UploadReading>();
        services.AddPublicPages();
        services.AddLearningApi();
        services.AddRazorComponents();
        services.AddProblemDetails();
        services.ConfigureHttpJsonOptions(options => Configure(options.SerializerOptions));
        services.Configure<JsonOptions>(options => Configure(options.JsonSerializerOptions));

        var app = builder.Build();
        app.UseWords();
        // The API answers its own problems, and check-ins take the shortest way there is.
        app.UseWhen(http => !ApiAuthorizationAnswers.IsApi(http.Request), pages => pages
            .UseExceptionHandler("/error/500", createScopeForErrors: true)
            .UseStatusCodePagesWithReExecute("/error/{0}", createScopeForStatusCodePages: true));
        // After them: an error's page is looked for anew, and in a branch nothing else would.
        app.UseRouting();
        app.UseFieldApp();
        app.MapStaticAssets().AllowAnonymous();
        app.UseLearningApi();
        app.UseLearningSecurity();
        app.MapLearningAccounts();
        app.MapLearningApi();
        app.MapReach();
        app.MapReports();
        app.MapMine();
        app.MapPrintPages();
        app.MapImportPages();
        app.MapDevicePages();
        app.MapFieldApp();
        app.MapRazorComponents<Pages.App>();
        return app;
    }

    private static void Configure(JsonSerializerOptions json)
    {
        json.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        json.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        // Mongolian stays readable; the answer is JSON and never stands inside HTML.
        json.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    }
}
