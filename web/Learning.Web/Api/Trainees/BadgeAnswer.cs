using Learning.Domain.Badges;
using Learning.Domain.Trainees;

namespace Learning.Web.Api.Trainees;

/// <summary>A badge.</summary>
/// <param name="BadgeId">16 hexadecimal digits; its pictures are <c>/api/badges/{badgeId}.svg</c> and <c>.png</c>.</param>
/// <param name="Url">What its QR code says.</param>
/// <param name="ShortCode">What can be typed instead, in groups.</param>
/// <param name="NotBefore">First valid day.</param>
/// <param name="NotAfter">Last valid day.</param>
/// <param name="IssuedAt">When, UTC.</param>
public sealed record BadgeAnswer(string BadgeId, string Url, string ShortCode, DateOnly NotBefore, DateOnly NotAfter, DateTimeOffset IssuedAt)
{
    /// <summary>A badge as answered.</summary>
    /// <param name="badge">The badge.</param>
    public static BadgeAnswer Of(Badge badge) =>
        new(badge.Id, badge.Text, Domain.Badges.ShortCode.Printed(badge.ShortCode), badge.NotBefore, badge.NotAfter, badge.IssuedAt);
}
