namespace Learning.Domain.Reports;

/// <summary>A link by which somebody without an account reads one report. The secret part of its address is not stored.</summary>
/// <param name="Number">From 1, within the report.</param>
/// <param name="For">Whom it was made for, in the maker's words.</param>
/// <param name="MadeAt">UTC.</param>
/// <param name="MadeBy">User name.</param>
/// <param name="ExpiresOn">Last day on which it opens; <see langword="null"/> for no end.</param>
/// <param name="RevokedAt">When it was taken back, UTC.</param>
public sealed record ReportLink(int Number, string For, DateTimeOffset MadeAt, string MadeBy, DateOnly? ExpiresOn = null, DateTimeOffset? RevokedAt = null)
{
    /// <summary>Whether it opens the report.</summary>
    /// <param name="today">Today.</param>
    public bool Opens(DateOnly today) => RevokedAt is null && !(ExpiresOn < today);
}
