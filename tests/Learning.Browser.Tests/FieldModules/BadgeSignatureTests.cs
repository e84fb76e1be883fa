using System.Security.Cryptography;
using Learning.Browser.Tests.Harness;
using Learning.Domain.Badges;
using Microsoft.Playwright;

namespace Learning.Browser.Tests.FieldModules;

/// <summary>badge.js against the badges that .NET signs.</summary>
[Collection(ModuleTests.Name)]
public sealed class BadgeSignatureTests(ModuleHost host)
{
    private const string Match =
        "async ([key, signed, signature]) => (await import('/checkin/js/badge.js')).matches(key, Uint8Array.from(signed), Uint8Array.from(signature))";

    [BrowserFact]
    public async Task A_badge_of_the_server_matches_and_one_with_any_bit_flipped_does_not()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var otherKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var payload = new BadgePayload(BadgePayload.CurrentVersion, 6, "0011223344556677", new(2026, 3, 8), new(2029, 3, 8));
        Assert.True(BadgeText.TryParse("HTTPS://H/B/" + BadgeSigning.Sign(payload, key), out var badge));
        var (spki, other) = (Spki(key), Spki(otherKey));
        var (signed, signature) = (BadgeText.SignedBytes(badge.PayloadBytes.Span).ToArray(), badge.Signature.ToArray());
        await using var phone = await host.Phone();
        var page = await host.Tab(phone);

        Assert.True(await Matches(page, spki, signed, signature));
        Assert.True(await Matches(page, spki, signed, signature));
        Assert.False(await Matches(page, other, signed, signature));
        for (var bit = 0; bit < signed.Length * 8; bit += 7) Assert.False(await Matches(page, spki, Flipped(signed, bit), signature), $"signed, bit {bit}");
        for (var bit = 0; bit < signature.Length * 8; bit += 31) Assert.False(await Matches(page, spki, signed, Flipped(signature, bit)), $"signature, bit {bit}");
        Assert.False(await Matches(page, spki, signed, signature[..63]));
        Assert.False(await Matches(page, spki, signed, []));
    }

    [BrowserFact]
    public async Task What_is_no_P256_key_matches_nothing()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        await using var phone = await host.Phone();
        var page = await host.Tab(phone);

        foreach (var wrong in new[] { "", "not base64 !", "AAAA", Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()) })
            Assert.False(await Matches(page, wrong, [1, 2, 3], new byte[64]), wrong);
    }

    private static string Spki(ECDsa key) => BadgeSigning.PublicKey(6, key, default, default).Spki;

    private static byte[] Flipped(byte[] bytes, int bit)
    {
        var copy = (byte[])bytes.Clone();
        copy[bit / 8] ^= (byte)(1 << bit % 8);
        return copy;
    }

    private static Task<bool> Matches(IPage page, string key, byte[] signed, byte[] signature) =>
        page.EvaluateAsync<bool>(Match, new object[] { key, signed.Select(b => (int)b).ToArray(), signature.Select(b => (int)b).ToArray() });
}
