namespace Learning.Web.Reports;

/// <summary>A link to be made.</summary>
/// <param name="For">Whom it is for, in the maker's words.</param>
/// <param name="ExpiresOn">Last day on which it opens; none for no end.</param>
public sealed record LinkBody(string? For, string? ExpiresOn);
