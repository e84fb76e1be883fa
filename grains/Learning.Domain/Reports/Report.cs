using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Learning.Domain.Reach;

namespace Learning.Domain.Reports;

/// <summary>A view of reach as it was when somebody reported it. Nothing of it ever changes.</summary>
public sealed record Report
{
    /// <summary>Report id.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>The view: filters and rows.</summary>
    public required ReachQuery Query { get; init; }

    /// <summary>Version of the counting rule then.</summary>
    public int RuleVersion { get; init; }

    /// <summary>When it was frozen, UTC.</summary>
    public DateTimeOffset FrozenAt { get; init; }

    /// <summary>User name.</summary>
    public required string FrozenBy { get; init; }

    /// <summary>What <c>GET /api/reports/{id}</c> answers, to the byte (UTF-8).</summary>
    public required string Document { get; init; }

    /// <summary>The same for a donor: aggregates alone, small cells withheld.</summary>
    public required string DonorDocument { get; init; }

    /// <summary>The figure then.</summary>
    public decimal Total { get; init; }

    /// <summary>Unnamed attendances beside it then.</summary>
    public long Unnamed { get; init; }

    /// <summary>The rows then.</summary>
    public ImmutableArray<ReachRow> Rows { get; init; } = [];

    /// <summary>SHA-256 of the facts behind it, in hex: see <see cref="ReportFacts.Fingerprint"/>.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>How many facts there were.</summary>
    public int Facts { get; init; }

    /// <summary>In which form the facts are written: see <see cref="ReportFacts.LatestForm"/>. Text from before there were two is of the first.</summary>
    public int FactsForm { get; init; } = 1;

    /// <summary>SHA-256 of <see cref="Document"/>, in hex, as <c>sha256sum</c> prints it.</summary>
    public string ContentHash => Sha256(Document);

    /// <summary>SHA-256 of <see cref="DonorDocument"/>.</summary>
    public string DonorHash => Sha256(DonorDocument);

    /// <summary>SHA-256 of a text's UTF-8 bytes, in lower-case hex.</summary>
    /// <param name="text">The text.</param>
    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
