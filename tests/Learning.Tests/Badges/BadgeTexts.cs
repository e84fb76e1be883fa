using System.Security.Cryptography;
using Learning.Domain.Badges;

namespace Learning.Tests.Badges;

/// <summary>A badge, its key set and its text for tests.</summary>
internal static class BadgeTexts
{
    public static readonly DateOnly Day = new(2026, 3, 8);

    public static readonly BadgePayload Payload = new(1, 7, "00a1b2c3d4e5f6ff", Day, new(2028, 3, 7));

    /// <summary>Signed by Python's cryptography package (OpenSSL), not by this program.</summary>
    public const string Code =
        "AEDQBINSYPKOL5X7BDJAXLHMJ4TYPT37QJMZJWNM2LEFRXDBAXDTNJKPNXIY7KJUBF6IAES7RCSXYM2ZXPIT5UE44UGNH3VWX4SC6EPGFIRXGDF7YJZP7WBJ3E2Y4";

    public static readonly BadgeKey Key = new(
        7,
        "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEBoTZ+9g4Yu0lhvwkLwIeFZcGqP5q7xX28p3MRdiZ3PVp7ckvjrAgzw17U/NOds1Iwrw4uejbdIAliNjjujyCSQ==",
        new(2026, 1, 1),
        new(2026, 12, 31));

    public static ParsedBadge Parse(string text)
    {
        BadgeText.TryParse(text, out var badge);
        return badge;
    }

    public static ECDsa NewKey() => ECDsa.Create(ECCurve.NamedCurves.nistP256);
}
