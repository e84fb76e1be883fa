using System.Collections.Immutable;
using Learning.Contracts.Cohorts;
using Learning.Contracts.Trainees;
using Learning.Domain.Cohorts;
using Learning.Domain.Identity;
using Learning.Domain.Imports;
using Learning.Domain.Trainees;
using Learning.Grains.Trainees;
using Learning.Silo.Projections;

namespace Learning.Silo.Imports;

/// <summary>The three things an import does. Each can be cut off anywhere and done again: ids follow from the file.</summary>
internal sealed class ImportWork(IGrainFactory grains, ImportPlanning planning, ImportedSoFar soFar, ReadModelFreshness freshness)
{
    private const int ProblemsKept = 2_000;
    private const int AtOnce = 64;
    private const int Rounds = 3;

    /// <summary>Reads the file and says what it would bring. Writes nothing.</summary>
    /// <param name="import">The import.</param>
    /// <param name="report">Takes steps done and steps altogether.</param>
    public async Task<Import> Check(Import import, Action<int, int> report)
    {
        var plan = await planning.Read(import, report);
        if (plan.Sheets is not { } sheets) return Described(import, plan) with { State = ImportState.Failed };
        var (people, known) = await Resolve(sheets);
        return Described(import, plan) with { State = ImportState.Checked, Summary = Summary(sheets, people, known) };
    }

    /// <summary>Registers the people and takes the trainings over.</summary>
    /// <param name="import">The import.</param>
    /// <param name="report">Takes steps done and steps altogether.</param>
    public async Task<Import> Write(Import import, Action<int, int> report)
    {
        var plan = await planning.Read(import, (_, _) => { });
        if (plan.Sheets is not { } sheets) return Described(import, plan) with { State = ImportState.Failed };
        var (people, known) = await Resolve(sheets);
        // A key that somebody else claimed meanwhile changes who is who: look again.
        for (var round = 1; !await Claim(people) && round < Rounds; round++) (people, known) = await Resolve(sheets);

        var (done, total) = (0, people.People.Length + sheets.Trainings.Length);
        void Step()
        {
            if (++done % 100 == 0 || done == total) report(done, total);
        }

        var phones = sheets.Trainings.SelectMany(t => t.Rows).Where(r => r.Row.Phone is not null).GroupBy(r => people.ByRow[r.RowId]).ToDictionary(g => g.Key, g => g.Last().Row.Phone);
        await InParallel(people.People, async person =>
        {
            var profile = Evidence.Kept(person.Profile, phones.GetValueOrDefault(person.Id), Consent.Training);
            await grains.GetGrain<ITraineeGrain>(person.Id).Register(profile, $"import:{import.Id}");
            Step();
        });
        var refused = 0;
        await InParallel(sheets.Trainings, async training =>
        {
            var result = await grains.GetGrain<ICohortGrain>(training.CohortId).Import(planning.Training(import, training, people, plan.Courses[training.Training.Course]));
            if (result.Code == "import.already") Interlocked.Increment(ref refused);
            Step();
        });
        await freshness.CatchUp();
        var summary = Summary(sheets, people, known);
        return import with { State = ImportState.Done, Done = total, Total = total, Summary = summary with { AlreadyImported = refused } };
    }

    /// <summary>Takes the trainings back, and retracts people whom nothing else holds.</summary>
    /// <param name="import">The import.</param>
    /// <param name="report">Takes steps done and steps altogether.</param>
    public async Task<Import> Undo(Import import, Action<int, int> report)
    {
        await freshness.CatchUp();
        var cohorts = await soFar.CohortsOf(import.Id);
        var done = 0;
        await InParallel(cohorts, async id =>
        {
            await grains.GetGrain<ICohortGrain>(id).UndoImport(import.Id);
            report(++done, cohorts.Count);
        });
        await freshness.CatchUp();
        await InParallel(await soFar.PeopleHeldOnlyBy(import.Id), id => grains.GetGrain<ITraineeGrain>(id).Retract(import.Id));
        await freshness.CatchUp();
        return import with { State = ImportState.Undone, Done = cohorts.Count, Total = cohorts.Count };
    }

    private async Task<(ResolvedPeople People, KnownPeople Known)> Resolve(SheetPlan sheets)
    {
        var rows = sheets.IdentityRows().ToList();
        var known = await soFar.Known(rows, sheets.Trainings.Select(t => t.CohortId));
        return (IdentityResolution.Resolve(rows, known), known);
    }

    private async Task<bool> Claim(ResolvedPeople people)
    {
        var lost = 0;
        await InParallel(people.People.SelectMany(p => p.Claims.Select(key => (Key: key, p.Id))), async claim =>
        {
            if (await grains.GetGrain<IIdentityKeyGrain>(claim.Key).Claim(claim.Id) != claim.Id) Interlocked.Increment(ref lost);
        });
        return lost == 0;
    }

    private static Import Described(Import import, ImportPlan plan) => import with
    {
        Headers = plan.Columns?.Headers ?? [],
        Columns = plan.Columns?.Columns ?? ImmutableSortedDictionary<SheetField, int>.Empty,
        Problems = [.. plan.Problems.Take(ProblemsKept)],
        Summary = new ImportSummary
        {
            Rows = plan.Sheets?.Read ?? 0,
            Errors = plan.Problems.Count(p => p.IsError),
            Warnings = plan.Problems.Count(p => !p.IsError),
        },
    };

    private static ImportSummary Summary(SheetPlan sheets, ResolvedPeople people, KnownPeople known) => new()
    {
        Rows = sheets.Read,
        People = new ImportPeople(
            people.People.Count(p => p.IsNew),
            people.People.Count(p => !p.IsNew),
            people.Conflicts.SelectMany(c => c.People).Distinct().Count()),
        Cohorts = sheets.Trainings.Length,
        AlreadyImported = sheets.Trainings.Count(t => t.Rows.All(r => known.HolderByRow.ContainsKey(r.RowId))),
        Marks = sheets.Trainings.Sum(t => t.Rows.Sum(r => r.Row.Attended.Count(a => a == true))),
        Errors = sheets.Problems.Count(p => p.IsError),
        Warnings = sheets.Problems.Count(p => !p.IsError),
    };

    // Stays on the grain's scheduler, and keeps so many calls under way that writes share their commits.
    private static async Task InParallel<T>(IEnumerable<T> items, Func<T, Task> action)
    {
        using var places = new SemaphoreSlim(AtOnce);
        var running = new List<Task>();
        foreach (var item in items)
        {
            await places.WaitAsync();
            running.Add(One(item));
        }

        await Task.WhenAll(running);

        async Task One(T item)
        {
            try
            {
                await action(item);
            }
            finally
            {
                places.Release();
            }
        }
    }
}
