namespace Learning.Web.Api.Requests;

/// <summary>The address under which people reach this site: it goes into badges and certificates.</summary>
/// <param name="configuration">May hold <c>LEARNING_SITE</c>.</param>
public sealed class SiteAddress(IConfiguration configuration)
{
    private readonly Uri? configured = Read(configuration["LEARNING_SITE"]);

    /// <summary>The configured address; without one, the address this request came to.</summary>
    /// <param name="request">The request.</param>
    public Uri Of(HttpRequest request) => configured ?? new Uri($"{request.Scheme}://{request.Host.ToUriComponent()}");

    private static Uri? Read(string? setting) =>
        string.IsNullOrWhiteSpace(setting) ? null
        : Uri.TryCreate(setting.Trim(), UriKind.Absolute, out var site) && site.Scheme is "https" or "http" ? site
        : throw new InvalidOperationException($"LEARNING_SITE is '{setting}'; it must be an address such as https://learning.example.mn.");
}
