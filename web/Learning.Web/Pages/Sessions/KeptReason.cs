namespace Learning.Web.Pages.Sessions;

/// <summary>
/// The reason given for marking people of a past day, kept by the browser until it closes: whoever types a paper sheet over
/// gives it once. A cookie of that page alone, because an address must not hold what somebody wrote about people.
/// </summary>
internal static class KeptReason
{
    private const string Name = "learning.reason";

    /// <summary>The reason, or <see langword="null"/>.</summary>
    public static string? Of(HttpRequest request) => request.Cookies[Name] is { Length: > 0 } text ? Uri.UnescapeDataString(text) : null;

    /// <summary>Keeps it for the page at <paramref name="path"/> and below.</summary>
    public static void Keep(HttpContext http, string path, string reason) => http.Response.Cookies.Append(Name, Uri.EscapeDataString(reason), Options(http, path));

    /// <summary>Forgets it.</summary>
    public static void Forget(HttpContext http, string path) => http.Response.Cookies.Delete(Name, Options(http, path));

    private static CookieOptions Options(HttpContext http, string path) =>
        new() { Path = path, HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, IsEssential = true };
}
