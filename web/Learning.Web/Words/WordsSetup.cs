using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Learning.Web.Words;

/// <summary>Wires the words into the web host.</summary>
public static class WordsSetup
{
    /// <summary>Makes <see cref="IWords"/> injectable, in the language of the request, and lets pages hold Cyrillic as it is.</summary>
    /// <param name="services">The services.</param>
    public static IServiceCollection AddWords(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        // The default encoder writes each Cyrillic letter as &#x443;, eight bytes instead of two: pages were 2.5 times as large.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddScoped<IWords>(provider =>
        {
            var request = provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.Request;
            return Wording.In(request is null ? Language.Mongolian : LanguageOf(request));
        });
        return services;
    }

    /// <summary>
    /// Answers each request in its language: sets the culture, and keeps a language chosen by <c>?lang=</c> in a cookie for
    /// a year. Goes before anything that renders.
    /// </summary>
    /// <param name="app">The pipeline.</param>
    public static IApplicationBuilder UseWords(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var language = LanguageOf(context.Request);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language.Culture();
        if (Languages.FromCode(context.Request.Query[LanguageChoice.Key]) is { } chosen)
        {
            context.Response.Cookies.Append(LanguageChoice.Key, chosen.Code(), new CookieOptions
            {
                Path = "/",
                MaxAge = TimeSpan.FromDays(365),
                SameSite = SameSiteMode.Lax,
                HttpOnly = true,
                Secure = context.Request.IsHttps,
                IsEssential = true,
            });
        }

        return next(context);
    });

    /// <summary>The language a request is answered in.</summary>
    /// <param name="request">The request.</param>
    public static Language LanguageOf(HttpRequest request) => LanguageChoice.Choose(
        request.Query[LanguageChoice.Key],
        request.Cookies[LanguageChoice.Key],
        request.Headers.AcceptLanguage);
}
