using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Learning.Domain.Badges;
using Learning.Domain.Regions;
using Learning.Grains.Secrets;
using Learning.Web.Api.Keys;

namespace Learning.Web.Api.Badges;

/// <summary>
/// The federation's badge keys, one a calendar year, derived from its secret: every process has the same ones, and nothing but
/// the secret needs a backup. The key id is the year less 2020.
/// </summary>
public sealed class BadgeKeys(LearningSecret secret, RegionTree regions, TimeProvider clock) : IDisposable
{
    /// <summary>Years for which a badge is good, and so for which its key stays in the set.</summary>
    public const int Years = 3;

    private const int FirstYear = 2020;

    private readonly ConcurrentDictionary<int, ECDsa> keys = new();
    private readonly byte[] idKey = secret.For("badge-id");

    /// <summary>The badge that a call makes: the same one when the call is repeated, and to be guessed by nobody.</summary>
    /// <param name="requestId">The call's id.</param>
    public string IdOf(string requestId) => Convert.ToHexStringLower(HMACSHA256.HashData(idKey, Encoding.UTF8.GetBytes(requestId)).AsSpan(0, BadgeId.Bytes));

    /// <summary>
    /// The keys by which badges are verified: those of the last three years and this one's; in December next year's, too, for
    /// phones that stay offline over New Year.
    /// </summary>
    public ImmutableArray<BadgeKey> Set()
    {
        var today = regions.Today(clock);
        var last = today.Month == 12 ? today.Year + 1 : today.Year;
        return
        [
            .. Enumerable.Range(today.Year - Years, last - today.Year + Years + 1).Where(year => year >= FirstYear)
                .Select(year => BadgeSigning.PublicKey(KidOf(year), KeyOf(year), new DateOnly(year, 1, 1), new DateOnly(year, 12, 31))),
        ];
    }

    /// <summary>Signs a badge that is good from today on.</summary>
    /// <param name="badgeId">16 hexadecimal digits.</param>
    /// <returns>What it says, and its code.</returns>
    public (BadgePayload Payload, string Code) Sign(string badgeId)
    {
        var today = regions.Today(clock);
        var payload = new BadgePayload(BadgePayload.CurrentVersion, KidOf(today.Year), badgeId, today, today.AddYears(Years));
        var key = KeyOf(today.Year);
        lock (key) return (payload, BadgeSigning.Sign(payload, key));
    }

    /// <summary>Verdict on a scanned badge, on a day.</summary>
    /// <param name="badge">A parsed badge.</param>
    /// <param name="day">The day of the session.</param>
    public BadgeVerdict Verify(ParsedBadge badge, DateOnly day) => BadgeSigning.Verify(badge, Set(), day);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var key in keys.Values) key.Dispose();
    }

    private static byte KidOf(int year) => checked((byte)(year - FirstYear));

    private ECDsa KeyOf(int year) => keys.GetOrAdd(year, y => DerivedKey.P256(secret, $"badge-key/{KidOf(y)}"));
}
