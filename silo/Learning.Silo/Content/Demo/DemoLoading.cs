using Learning.Contracts.Cohorts;
using Learning.Contracts.Imports;
using Learning.Contracts.Organisations;
using Learning.Domain.Cohorts;
using Learning.Domain.Ids;
using Learning.Domain.Imports;
using Learning.Silo.Imports;
using Learning.Silo.Projections;

namespace Learning.Silo.Content.Demo;

/// <summary>
/// Fills a fresh demo: organisations, the sheets that the federation kept, and trainings to come. Every step is safe to
/// repeat, so a start that was cut off is completed by the next.
/// </summary>
public sealed class DemoLoading(IGrainFactory grains, LearningContent content, ImportFiles files, ReadModelFreshness freshness, TimeProvider clock)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    /// <summary>Loads what is missing.</summary>
    /// <param name="say">Takes a line about progress; the same line with another number replaces it.</param>
    /// <param name="cancel">Stops waiting; what was begun goes on.</param>
    /// <returns>Whether there was anything to load.</returns>
    public async Task<bool> Load(Action<string> say, CancellationToken cancel)
    {
        var demo = DemoContent.Load(content);
        var sheets = demo.Sheets.Select(path => (Path: path, Import: grains.GetGrain<IImportGrain>(LearningId.From("demo-import", Path.GetFileName(path))))).ToList();
        var states = await Task.WhenAll(sheets.Select(s => s.Import.Get()));
        if (states.All(i => i?.State is ImportState.Done or ImportState.Undone or ImportState.Undoing)) return false;

        foreach (var organisation in demo.Organisations) await grains.GetGrain<IOrganisationGrain>(organisation.Code).Put(organisation);
        foreach (var (path, import) in sheets) await Import(path, import, say, cancel);
        foreach (var cohort in demo.Cohorts(clock)) await Plan(cohort);
        await freshness.CatchUp();
        return true;
    }

    private async Task Import(string path, IImportGrain import, Action<string> say, CancellationToken cancel)
    {
        var name = Path.GetFileName(path);
        await files.Keep(import.GetPrimaryKeyString(), name, await File.ReadAllBytesAsync(path, cancel));
        await import.Start(name, "demo", confirm: true);
        await import.Resume();
        while (await import.Get() is { } now && now.State is ImportState.Checking or ImportState.Checked or ImportState.Importing)
        {
            if (now.State == ImportState.Checked) await import.Confirm();
            if (await import.IsStopped()) throw new InvalidOperationException($"The demo sheet {name} can't be imported; the log says why.");
            var step = now.State == ImportState.Importing ? "importing" : "checking";
            say(now.Total == 0 ? $"{name}: {step}" : $"{name}: {step} {now.Done * 100 / now.Total}%");
            await Task.Delay(Look, clock, cancel);
        }

        var end = await import.Get();
        if (end?.State == ImportState.Failed)
            throw new InvalidOperationException($"The demo sheet {name} can't be imported: {string.Join("; ", end.Problems.Take(3).Select(p => ImportErrorText.Say(p, "en")))}");
        say($"{name}: {end?.Summary.Rows} rows, {end?.Summary.People.New} new people");
    }

    private async Task Plan(DemoCohort cohort)
    {
        var grain = grains.GetGrain<ICohortGrain>(LearningId.From("demo-cohort", cohort.Id));
        // Its days are counted from the first start; later starts leave it where it is.
        if (await grain.Get() is not null) return;
        await grain.Plan(cohort.Plan);
        if (cohort.State == CohortState.Open) await grain.Open();
    }
}
