namespace Learning.Domain.Badges;

/// <summary>What a scanned or typed text turned out to be.</summary>
public enum BadgeTextKind
{
    /// <summary>Not one of our codes, or one that is damaged. Its text is never stored, only <see cref="BadgeText.HashOf"/>.</summary>
    Foreign = 0,

    /// <summary>A badge of this version. Nothing is verified yet: see <see cref="BadgeRule"/>.</summary>
    Badge = 1,

    /// <summary>A typed short code; the roster says whose.</summary>
    ShortCode = 2,

    /// <summary>One of our badges in a version that this program doesn't know: "update the app".</summary>
    UnknownVersion = 3,
}
