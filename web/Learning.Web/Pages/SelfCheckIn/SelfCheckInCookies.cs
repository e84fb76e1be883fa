using System.Globalization;
using System.Security.Cryptography;
using Learning.Domain.Ids;
using Microsoft.AspNetCore.DataProtection;

namespace Learning.Web.Pages.SelfCheckIn;

/// <summary>
/// Two signed cookies of the pages under <c>/c</c>: that a session's code was scanned here within five minutes, which leaves
/// time to sign in; and which phone this is, so that one phone can't quietly check a whole village in.
/// </summary>
public sealed class SelfCheckInCookies
{
    /// <summary>How long somebody has for signing in after scanning.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    private const string GraceName = "learning.code";
    private const string PhoneName = "learning.phone";
    private static readonly TimeSpan PhoneTime = TimeSpan.FromDays(365);

    private readonly IDataProtector grace;
    private readonly IDataProtector phone;
    private readonly TimeProvider clock;

    /// <summary>Makes it.</summary>
    /// <param name="protection">Signs.</param>
    /// <param name="clock">The present.</param>
    public SelfCheckInCookies(IDataProtectionProvider protection, TimeProvider clock)
    {
        (grace, phone) = (protection.CreateProtector("self-check-in", "grace"), protection.CreateProtector("self-check-in", "phone"));
        this.clock = clock;
    }

    /// <summary>Begins the grace of a session. The answer must not have started.</summary>
    /// <param name="http">The request that brought a code shown now.</param>
    /// <param name="sessionId">The session.</param>
    public void Begin(HttpContext http, string sessionId) =>
        Set(http, GraceName, grace.Protect($"{sessionId} {(clock.GetUtcNow() + Grace).ToUnixTimeSeconds()}"), Grace);

    /// <summary>Whether the session's code was scanned here a moment ago.</summary>
    /// <param name="http">The request.</param>
    /// <param name="sessionId">The session.</param>
    public bool Holds(HttpContext http, string sessionId) =>
        Read(http, GraceName, grace)?.Split(' ') is [var session, var until] && session == sessionId
        && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && clock.GetUtcNow().ToUnixTimeSeconds() <= seconds;

    /// <summary>This phone's id; a new one where there is none. The answer must not have started.</summary>
    /// <param name="http">The request.</param>
    public string Phone(HttpContext http)
    {
        if (http.Items[PhoneName] is string asked) return asked;
        var id = Read(http, PhoneName, phone);
        if (!LearningId.IsId(id))
        {
            id = LearningId.New(clock);
            Set(http, PhoneName, phone.Protect(id), PhoneTime);
        }

        http.Items[PhoneName] = id;
        return id!;
    }

    private static string? Read(HttpContext http, string name, IDataProtector protector)
    {
        if (http.Request.Cookies[name] is not { Length: > 0 } value) return null;
        try
        {
            return protector.Unprotect(value);
        }
        catch (CryptographicException)
        {
            // Made up, or signed with a key that is gone: as if it weren't there.
            return null;
        }
    }

    private static void Set(HttpContext http, string name, string value, TimeSpan time) => http.Response.Cookies.Append(name, value, new CookieOptions
    {
        Path = "/", HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, IsEssential = true, MaxAge = time,
    });
}
