using System.IO.Compression;
using Learning.Domain.Reports;
using Learning.Silo.Storage;

namespace Learning.Silo.Reports;

/// <summary>
/// What reports counted, packed, in the database under the report's id. Beside the grain and not in it: a national report's
/// facts are megabytes, and the grain is read for every visitor of a link.
/// </summary>
public sealed class ReportFactFiles(IDatabase database)
{
    /// <summary>
    /// Keeps the facts of a report that is about to be frozen. Those of an attempt that came to nothing have another fingerprint, so
    /// that they are never taken for the report's.
    /// </summary>
    /// <param name="reportId">Report id.</param>
    /// <param name="facts">The facts.</param>
    public Task Keep(string reportId, ReportFacts facts)
    {
        using var packed = new MemoryStream();
        using (var packing = new BrotliStream(packed, CompressionLevel.Optimal)) facts.WriteTo(packing);
        var bytes = packed.ToArray();
        return database.WriteAsync((connection, cancel) => connection.ExecuteAsync(
            "insert into report_facts (report_id, fingerprint, facts) values (@id, @fingerprint, @facts) on conflict (report_id, fingerprint) do nothing",
            [("id", reportId), ("fingerprint", facts.Fingerprint), ("facts", bytes)], cancel));
    }

    /// <summary>The text, UTF-8, unpacked as it is read; <see langword="null"/> if it is not there.</summary>
    /// <param name="report">The report.</param>
    public async Task<Stream?> Find(Report report)
    {
        var packed = await database.ReadAsync(async (connection, cancel) => (await connection.RowsAsync(
            "select facts from report_facts where report_id = @id and fingerprint = @fingerprint", [("id", report.Id), ("fingerprint", report.Fingerprint)], row => row.GetFieldValue<byte[]>(0), cancel)).FirstOrDefault());
        return packed is null ? null : new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
    }
}
