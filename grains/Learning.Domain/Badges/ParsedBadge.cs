using System.Diagnostics.CodeAnalysis;

namespace Learning.Domain.Badges;

/// <summary>A scanned or typed text, read but not verified.</summary>
public sealed record ParsedBadge
{
    private ParsedBadge(BadgeTextKind kind) => Kind = kind;

    /// <summary>What the text is.</summary>
    public BadgeTextKind Kind { get; }

    /// <summary>What the badge says; only for <see cref="BadgeTextKind.Badge"/>.</summary>
    public BadgePayload? Payload { get; private init; }

    /// <summary>The 14 bytes as scanned; what is signed is <see cref="BadgeText.SignedBytes"/> of them.</summary>
    public ReadOnlyMemory<byte> PayloadBytes { get; private init; }

    /// <summary>The 64 bytes r‖s as scanned.</summary>
    public ReadOnlyMemory<byte> Signature { get; private init; }

    /// <summary>The ungrouped code; only for <see cref="BadgeTextKind.ShortCode"/>.</summary>
    public string? ShortCode { get; private init; }

    /// <summary>Whether there is a badge to verify.</summary>
    [MemberNotNullWhen(true, nameof(Payload))]
    public bool IsBadge => Payload is not null;

    internal static readonly ParsedBadge Foreign = new(BadgeTextKind.Foreign);

    internal static readonly ParsedBadge UnknownVersion = new(BadgeTextKind.UnknownVersion);

    internal static ParsedBadge Of(BadgePayload payload, byte[] bytes) => new(BadgeTextKind.Badge)
    {
        Payload = payload,
        PayloadBytes = bytes.AsMemory(0, BadgePayload.Bytes),
        Signature = bytes.AsMemory(BadgePayload.Bytes),
    };

    internal static ParsedBadge OfShortCode(string code) => new(BadgeTextKind.ShortCode) { ShortCode = code };
}
