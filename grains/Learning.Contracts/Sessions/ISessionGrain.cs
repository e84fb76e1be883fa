using System.Collections.Immutable;
using Learning.Domain.Checkin;
using Learning.Domain.Ids;
using Learning.Domain.Sessions;

namespace Learning.Contracts.Sessions;

/// <summary>
/// One session; the key is <c>cohort/number</c>. Owns the append-only scan log. Answers "stored" only once it is durable.
/// </summary>
[Alias("session")]
public interface ISessionGrain : IGrainWithStringKey
{
    /// <summary>Takes over what the cohort planned. The cohort calls it on every change.</summary>
    /// <param name="frame">Day, hours, place, and whether it is closed.</param>
    [Alias("frame")]
    Task Frame(SessionFrame frame);

    /// <summary>Takes scans in, by the rules of checkin-protocol.md. Safe to repeat.</summary>
    /// <param name="upload">The scans, all of this session, and what is known of their device.</param>
    /// <returns>One result a scan, in the same order.</returns>
    [Alias("record")]
    Task<ImmutableArray<ScanResult>> Record(ScanUpload upload);

    /// <summary>Sets marks at the desk. A correction whose id was seen before is not applied again.</summary>
    /// <param name="corrections">The marks, with reasons.</param>
    [Alias("correct")]
    Task<OperationResult> Correct(ImmutableArray<Correction> corrections);

    /// <summary>
    /// Decides about flagged scans: what is accepted counts like any scan, what is rejected counts nowhere. The latest decision
    /// about a scan is in force; one whose id was seen before, or that is in force already, changes nothing.
    /// </summary>
    /// <param name="reviews">The decisions.</param>
    /// <returns>One outcome a decision, in the same order.</returns>
    [Alias("review")]
    Task<ImmutableArray<ReviewOutcome>> Review(ImmutableArray<ScanReview> reviews);

    /// <summary>Sets the number of people whose names were not taken.</summary>
    /// <param name="cells">The number by sex and age band; replaces what was there.</param>
    /// <param name="by">User name.</param>
    [Alias("headcount")]
    Task<OperationResult> SetHeadcount(ImmutableArray<HeadcountCell> cells, string by);

    /// <summary>Takes a paper sheet's attendance over. Safe to repeat.</summary>
    /// <param name="frame">The session as it was.</param>
    /// <param name="importId">The import.</param>
    /// <param name="present">Row id and trainee id of everybody present.</param>
    [Alias("import")]
    Task Import(SessionFrame frame, string importId, ImmutableArray<ImportedPresence> present);

    /// <summary>Takes back, by voids, every scan that an import brought.</summary>
    /// <param name="importId">The import.</param>
    [Alias("undo-import")]
    Task UndoImport(string importId);

    /// <summary>Marks, headcount and the whole log; <see langword="null"/> if there is no such session.</summary>
    [Alias("attendance")]
    Task<Attendance?> Attendance();

    /// <summary>Ids of everybody present or late.</summary>
    [Alias("attended")]
    Task<ImmutableArray<string>> Attended();
}
