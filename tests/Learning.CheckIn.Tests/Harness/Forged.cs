using System.Security.Cryptography;
using System.Text;
using Learning.Domain.Badges;
using Learning.Grains.Secrets;
using Learning.Web.Api.Keys;

namespace Learning.CheckIn.Tests.Harness;

/// <summary>Badges that the server would not make today.</summary>
internal static class Forged
{
    private const string Site = "HTTPS://LEARNING.EXAMPLE.MN/B/";

    /// <summary>Somebody's badge with one bit of its payload turned; the signature is that of the true one.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="bit">Which, from 0; bits 16 to 79 are the badge's id, those after it its days.</param>
    public static string WithBitFlipped(Person person, int bit)
    {
        var code = person.Qr[(person.Qr.LastIndexOf('/') + 1)..];
        Assert.True(Base32.TryDecode(code, out var bytes));
        bytes[bit / 8] ^= (byte)(0x80 >> bit % 8);
        return Site + Base32.Encode(bytes);
    }

    /// <summary>Somebody's badge as if made in another year, with the key of that year.</summary>
    /// <param name="server">Whose secret signs.</param>
    /// <param name="person">Whose.</param>
    /// <param name="year">The year of the key.</param>
    /// <param name="from">First day it is good; 1 December of that year by default.</param>
    /// <param name="days">How long it is good.</param>
    public static string OfYear(Server server, Person person, int year, DateOnly? from = null, int days = 1096)
    {
        var secret = new LearningSecret(Convert.FromBase64String(File.ReadAllText(Path.Combine(server.Folder, "secret.key"))));
        var kid = (byte)(year - 2020);
        using var key = DerivedKey.P256(secret, $"badge-key/{kid}");
        return Signed(key, kid, person.BadgeId, from ?? new DateOnly(year, 12, 1), days);
    }

    /// <summary>A badge in all its form, of a key that nobody knows.</summary>
    /// <param name="person">Whose badge id it claims.</param>
    /// <param name="kid">The key's id.</param>
    public static string OfKey(Person person, byte kid)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Signed(key, kid, person.BadgeId, new DateOnly(2026, 1, 1), 1096);
    }

    /// <summary>A badge of a version that is not known yet.</summary>
    public static string OfLaterVersion() => Site + Base32.Encode([0x12, .. Encoding.ASCII.GetBytes("a badge of a version that nobody has thought of yet, longer than ours is")]);

    private static string Signed(ECDsa key, byte kid, string badgeId, DateOnly from, int days) =>
        BadgeText.Url(new Uri("https://learning.example.mn"), BadgeSigning.Sign(new BadgePayload(BadgePayload.CurrentVersion, kid, badgeId, from, from.AddDays(days)), key));
}
