using System.Collections.Immutable;
using Learning.Domain.Ids;
using Learning.Domain.Imports;
using Orleans.Concurrency;

namespace Learning.Contracts.Imports;

/// <summary>
/// One import; the key is its id. Works in the background in steps that are safe to repeat, so that a crash in the middle is
/// continued and never leaves half a training counted.
/// </summary>
[Alias("import")]
public interface IImportGrain : IGrainWithStringKey
{
    /// <summary>The import, or <see langword="null"/>. Answered while it works.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<Import?> Get();

    /// <summary>Starts checking the file stored under this id. Nothing is written into the register.</summary>
    /// <param name="fileName">Its name.</param>
    /// <param name="by">User name.</param>
    /// <param name="confirm">Whether to go on to import once checked, if no row is in error.</param>
    [Alias("start")]
    Task<OperationResult> Start(string fileName, string by, bool confirm);

    /// <summary>Checks again with the columns as the user matched them.</summary>
    /// <param name="columns">Place of each field's column, from 0; null for a field that is not to be read.</param>
    [Alias("match")]
    Task<OperationResult> Match(ImmutableSortedDictionary<SheetField, int?> columns);

    /// <summary>Writes what was checked. Rows in error are left out.</summary>
    [Alias("confirm")]
    Task<OperationResult> Confirm();

    /// <summary>Takes everything back that it brought.</summary>
    [Alias("undo")]
    Task<OperationResult> Undo();

    /// <summary>Whether its work broke off before its end: it waits for <see cref="Resume"/>, or for the next start.</summary>
    [Alias("isStopped"), AlwaysInterleave]
    Task<bool> IsStopped();

    /// <summary>Continues what broke off; does nothing otherwise.</summary>
    [Alias("resume")]
    Task<OperationResult> Resume();
}
