namespace Learning.Web.Paper.Badges;

/// <summary>The words on a badge sheet.</summary>
/// <param name="ShortCode">Before the short code, e.g. "Code".</param>
/// <param name="Scan">What the code is for, e.g. "Check in with this badge".</param>
public sealed record BadgeSheetWords(string ShortCode, string Scan);
