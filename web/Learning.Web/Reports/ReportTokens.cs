using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Learning.Contracts.Reports;
using Learning.Domain.Ids;
using Learning.Domain.Regions;
using Learning.Domain.Reports;
using Learning.Grains.Secrets;

namespace Learning.Web.Reports;

/// <summary>
/// The addresses of donors' links, <c>/r/{report}-{number}-{seal}</c>. The seal is derived from the federation's secret, so that
/// nobody can guess one and a copy of the database doesn't tell them.
/// </summary>
public sealed class ReportTokens(IGrainFactory grains, LearningSecret secret, RegionTree regions, TimeProvider clock)
{
    private const int SealBytes = 16;
    private readonly byte[] key = secret.For("report-link");

    /// <summary>The token of a link.</summary>
    /// <param name="reportId">Report id.</param>
    /// <param name="number">Number of the link.</param>
    public string Of(string reportId, int number) => string.Create(CultureInfo.InvariantCulture, $"{reportId}-{number}-{Seal(reportId, number)}");

    /// <summary>The report that a token opens now.</summary>
    /// <param name="token">What stands in the address.</param>
    /// <returns>The report and the link; <see langword="null"/> if it opens none, whatever the reason.</returns>
    public async Task<(Report Report, ReportLink Link)?> Open(string? token)
    {
        if (token?.Split('-') is not [var id, var digits, var seal] || !LearningId.IsId(id)
            || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(seal), Encoding.UTF8.GetBytes(Seal(id, number))))
            return null;
        var links = await grains.GetGrain<IReportLinksGrain>(id).Get();
        var link = links.FirstOrDefault(l => l.Number == number);
        return link?.Opens(regions.Today(clock)) == true && await grains.GetGrain<IReportGrain>(id).Get() is { } report ? (report, link) : null;
    }

    private string Seal(string reportId, int number) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{reportId}/{number}"))).AsSpan(0, SealBytes));
}
