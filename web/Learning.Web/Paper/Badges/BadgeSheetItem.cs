namespace Learning.Web.Paper.Badges;

/// <summary>What is printed on one badge.</summary>
/// <param name="Name">The holder's name as the holder writes it.</param>
/// <param name="ShortCode">The short code as printed, e.g. <c>7K3M-9QW2-X</c>.</param>
/// <param name="QrText">The badge's text, see <see cref="Learning.Domain.Badges.BadgeText.Url"/>.</param>
/// <param name="Organisation">The holder's organisation, if any.</param>
public sealed record BadgeSheetItem(string Name, string ShortCode, string QrText, string? Organisation = null);
