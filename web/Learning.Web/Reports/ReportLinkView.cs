namespace Learning.Web.Reports;

/// <summary>A donor's link as the API answers it.</summary>
/// <param name="Number">From 1, within the report.</param>
/// <param name="For">Whom it was made for.</param>
/// <param name="Url">Its address; <see langword="null"/> once it opens nothing any more.</param>
/// <param name="MadeAt">UTC.</param>
/// <param name="MadeBy">User name.</param>
/// <param name="ExpiresOn">Last day on which it opens.</param>
/// <param name="RevokedAt">UTC.</param>
public sealed record ReportLinkView(int Number, string For, string? Url, DateTimeOffset MadeAt, string MadeBy, DateOnly? ExpiresOn, DateTimeOffset? RevokedAt);
