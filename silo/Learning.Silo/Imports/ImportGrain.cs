using System.Collections.Immutable;
using Learning.Contracts.Imports;
using Learning.Domain.Ids;
using Learning.Domain.Imports;
using Learning.Grains.Imports;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace Learning.Silo.Imports;

/// <inheritdoc cref="IImportGrain"/>
[Reentrant]
internal sealed partial class ImportGrain(
    [PersistentState("import")] IPersistentState<StoredImport> state, ImportWork work, TimeProvider clock, ILogger<ImportGrain> logger) : Grain, IImportGrain
{
    private static readonly TimeSpan LongestWork = TimeSpan.FromHours(2);
    private Task working = Task.CompletedTask;
    private bool stopped;

    private Import? Import => state.State.Import;

    private string Id => this.GetPrimaryKeyString();

    /// <inheritdoc/>
    public Task<Import?> Get() => Task.FromResult(Import);

    /// <inheritdoc/>
    public Task<bool> IsStopped() => Task.FromResult(stopped);

    /// <summary>What a crash cut off goes on as soon as anybody looks at it.</summary>
    /// <param name="cancellationToken">Not used.</param>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        Work();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<OperationResult> Start(string fileName, string by, bool confirm)
    {
        if (Import is not null) return OperationResult.Done;
        await Write(new Import { Id = Id, FileName = fileName, StartedBy = by, StartedAt = clock.GetUtcNow() }, confirm);
        Work();
        return OperationResult.Done;
    }

    /// <inheritdoc/>
    public async Task<OperationResult> Match(ImmutableSortedDictionary<SheetField, int?> columns)
    {
        if (Import?.State is not (ImportState.Checked or ImportState.Failed)) return OperationResult.Refused("import.busy");
        await Write(Import with { State = ImportState.Checking, Chosen = columns, Done = 0, Total = 0 }, confirm: false);
        Work();
        return OperationResult.Done;
    }

    /// <inheritdoc/>
    public async Task<OperationResult> Confirm()
    {
        if (Import?.State is ImportState.Importing or ImportState.Done) return OperationResult.Done;
        if (Import?.State is not (ImportState.Checked or ImportState.Undone)) return OperationResult.Refused("import.notChecked");
        await Write(Import with { State = ImportState.Importing, Done = 0, Total = 0 });
        Work();
        return OperationResult.Done;
    }

    /// <inheritdoc/>
    public async Task<OperationResult> Undo()
    {
        if (Import?.State is ImportState.Undoing or ImportState.Undone) return OperationResult.Done;
        if (Import?.State is not ImportState.Done) return OperationResult.Refused("import.notDone");
        await Write(Import with { State = ImportState.Undoing, Done = 0, Total = 0 });
        Work();
        return OperationResult.Done;
    }

    /// <inheritdoc/>
    public Task<OperationResult> Resume()
    {
        Work();
        return Task.FromResult(OperationResult.Done);
    }

    private void Work()
    {
        if (!working.IsCompleted || Import?.State is not (ImportState.Checking or ImportState.Importing or ImportState.Undoing)) return;
        // Nobody calls while it works, and a grain that nobody calls is put away.
        DelayDeactivation(LongestWork);
        stopped = false;
        working = Steps();
    }

    private async Task Steps()
    {
        try
        {
            while (Import!.State is ImportState.Checking or ImportState.Importing or ImportState.Undoing)
            {
                var next = Import.State switch
                {
                    ImportState.Checking => await work.Check(Import, Report),
                    ImportState.Importing => await work.Write(Import, Report),
                    _ => await work.Undo(Import, Report),
                };
                if (next.State == ImportState.Checked && state.State.ConfirmAtOnce && next.Summary.Errors == 0) next = next with { State = ImportState.Importing };
                await Write(next);
            }
        }
        catch (Exception e)
        {
            // The state still says what it was doing: the next start, or anybody's Resume, goes on from there.
            stopped = true;
            LogFailed(Id, e);
        }
        finally
        {
            DelayDeactivation(TimeSpan.Zero);
        }
    }

    // Only in memory: after a crash the count begins anew, and what is done is found done.
    private void Report(int done, int total)
    {
        if (Import is { } import) state.State = state.State with { Import = import with { Done = done, Total = total } };
    }

    private Task Write(Import next, bool? confirm = null)
    {
        state.State = state.State with { Import = next, ConfirmAtOnce = confirm ?? state.State.ConfirmAtOnce };
        return state.WriteStateAsync();
    }

    [LoggerMessage(LogLevel.Error, "Import {Import} stopped; it goes on at the next start or when resumed.")]
    private partial void LogFailed(string import, Exception exception);
}
