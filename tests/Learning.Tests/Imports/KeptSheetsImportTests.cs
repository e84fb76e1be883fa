using System.Text.Json;
using Learning.Contracts.Imports;
using Learning.Contracts.Reach;
using Learning.Domain.Ids;
using Learning.Domain.Imports;
using Learning.Domain.Reach;
using Learning.Silo.Auditing;
using Learning.Silo.Changes;
using Learning.Silo.Imports;
using Learning.Silo.Projections;
using Learning.Silo.ReadModel;
using Learning.Silo.Storage;
using Learning.Tests.Databases;
using Learning.Tests.Grains;
using Learning.Tests.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Learning.Tests.Imports;

/// <summary>The federation's kept sheets through the whole silo: the main job, held against the truth about them.</summary>
public sealed class KeptSheetsImportTests
{
    [SharedFact]
    public async Task The_kept_sheets_come_out_within_the_truth_and_again_and_undone_as_they_should()
    {
        await using var silo = await TestSilo.StartAsync(DatabaseKind.Sqlite);
        using var truth = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(SignInSheets.SharedFolder(), "data", "sign-in-sheets", "truth.json")));
        var imports = new List<Import>();
        foreach (var file in Sheets.Files) imports.Add(await Import(silo, file, "first"));
        Assert.All(imports, i => Assert.Equal((ImportState.Done, 0), (i.State, i.Summary.Errors)));
        Assert.Equal(truth.RootElement.GetProperty("rows").GetInt32(), imports.Sum(i => i.Summary.Rows));
        Assert.Equal(truth.RootElement.GetProperty("events").GetInt32(), imports.Sum(i => i.Summary.Cohorts));

        Assert.Equal(truth.RootElement.GetProperty("participations").GetInt32(), await Total(silo, Measure.Participations));
        Assert.Equal(truth.RootElement.GetProperty("completions").GetInt32(), await Total(silo, Measure.Completions));
        var reached = await Total(silo, Measure.Reached);
        Assert.InRange(reached, 10_500, 11_450);
        Assert.True(await Precision(silo) >= 0.999m);
        // Home soum and training soum are one on these sheets, so the two kinds of region say the same.
        Assert.Equal(reached, await Total(silo, Measure.Reached, RegionKind.Home));

        // The same figures from the grains' states alone, and from a read model made anew.
        Assert.True(await silo.Services.GetRequiredService<FigureAudit>().Run(TextWriter.Null));
        await silo.Services.GetRequiredService<ReadModelRebuild>().Run();
        Assert.True(await silo.Services.GetRequiredService<FigureAudit>().Run(TextWriter.Null));

        // A repeat finds everything there and changes nothing.
        var again = await Import(silo, Sheets.Files[0], "again");
        Assert.Equal((ImportState.Done, again.Summary.Cohorts, 0), (again.State, again.Summary.AlreadyImported, again.Summary.People.New));
        Assert.Equal(reached, await Total(silo, Measure.Reached));

        // Undoing takes back exactly what that file brought: the people of the other two remain.
        await silo.Grains.GetGrain<IImportGrain>(imports[2].Id).Undo();
        await End(silo, imports[2].Id);
        var left = SignInSheets.Rows.Where(r => r["start_date"].CompareTo("2019") < 0 && SignInSheets.Attended(r)).Count();
        Assert.Equal(left, await Total(silo, Measure.Participations));
        Assert.Equal(0, await Total(silo, Measure.Participations, year: 2019));

        // And importing it after all brings it back.
        await silo.Grains.GetGrain<IImportGrain>(imports[2].Id).Confirm();
        Assert.Equal(ImportState.Done, (await End(silo, imports[2].Id)).State);
        Assert.Equal(reached, await Total(silo, Measure.Reached));
    }

    [Fact]
    public async Task Work_that_broke_off_says_so_and_goes_on_when_asked()
    {
        await using var silo = await TestSilo.StartAsync(DatabaseKind.Sqlite);
        var id = LearningId.From("import-test", "stopped");
        var import = silo.Grains.GetGrain<IImportGrain>(id);
        // Without its file the check can't be done.
        await import.Start("x.csv", "admin", confirm: false);
        while (!await import.IsStopped()) await Task.Yield();
        Assert.Equal(ImportState.Checking, (await import.Get())!.State);

        await silo.Services.GetRequiredService<ImportFiles>().Keep(id, "x.csv", await File.ReadAllBytesAsync(Sheets.Files[0]));
        Assert.True((await import.Resume()).IsDone);

        Assert.Equal(ImportState.Checked, (await End(silo, id)).State);
        Assert.False(await import.IsStopped());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_sheet_is_checked_then_confirmed_and_nothing_is_written_before(DatabaseKind kind)
    {
        await using var silo = await TestSilo.StartAsync(kind);
        var file = string.Join('\n', (await File.ReadAllLinesAsync(Sheets.Files[0])).Take(200));
        var id = LearningId.From("import-test", "dry");
        await silo.Services.GetRequiredService<ImportFiles>().Keep(id, "x.csv", System.Text.Encoding.UTF8.GetBytes(file));
        await silo.Grains.GetGrain<IImportGrain>(id).Start("x.csv", "admin", confirm: false);
        var checkedOnly = await End(silo, id);
        Assert.Equal((ImportState.Checked, 199), (checkedOnly.State, checkedOnly.Summary.Rows));
        Assert.Equal(0, await Total(silo, Measure.Participations));
        Assert.Equal(0, await silo.Services.GetRequiredService<IStateReader>().Count("trainee"));

        await silo.Grains.GetGrain<IImportGrain>(id).Confirm();
        Assert.Equal(ImportState.Done, (await End(silo, id)).State);
        // Counted by hand from the file: one mark of presence at least.
        var attended = SignInSheets.Rows.Take(199).Count(SignInSheets.Attended);
        Assert.Equal(attended, await Total(silo, Measure.Participations));
        Assert.True(await silo.Services.GetRequiredService<FigureAudit>().Run(TextWriter.Null));
    }

    [Fact]
    public async Task A_file_that_is_no_table_is_refused_in_words_and_brings_nothing()
    {
        await using var silo = await TestSilo.StartAsync(DatabaseKind.Sqlite);
        var id = LearningId.From("import-test", "bad");
        await silo.Services.GetRequiredService<ImportFiles>().Keep(id, "x.csv", "%PDF-1.7 not a table"u8.ToArray());
        await silo.Grains.GetGrain<IImportGrain>(id).Start("x.csv", "admin", confirm: true);
        var import = await End(silo, id);
        Assert.Equal(ImportState.Failed, import.State);
        Assert.Equal(ImportProblemKind.NotText, Assert.Single(import.Problems).Kind);
    }

    private static async Task<Import> Import(TestSilo silo, string path, string run)
    {
        var id = LearningId.From("import-test", run, Path.GetFileName(path));
        await silo.Services.GetRequiredService<ImportFiles>().Keep(id, Path.GetFileName(path), await File.ReadAllBytesAsync(path));
        await silo.Grains.GetGrain<IImportGrain>(id).Start(Path.GetFileName(path), "admin", confirm: true);
        return await End(silo, id);
    }

    private static async Task<Import> End(TestSilo silo, string id)
    {
        while (true)
        {
            var import = (await silo.Grains.GetGrain<IImportGrain>(id).Get())!;
            if (import.State is not (ImportState.Checking or ImportState.Importing or ImportState.Undoing)) return import;
            await silo.Services.GetRequiredService<ReadModelFreshness>().CatchUp();
        }
    }

    private static async Task<decimal> Total(TestSilo silo, Measure measure, RegionKind kind = RegionKind.Training, int? year = null)
    {
        await silo.Services.GetRequiredService<ReadModelFreshness>().CatchUp();
        var query = new ReachQuery { Measure = measure, RegionKind = kind };
        if (year is { } only) query = query with { From = new DateOnly(only, 1, 1), To = new DateOnly(only, 12, 31) };
        return (await silo.Grains.GetGrain<IRegionReachGrain>("MN").Answer(query)).Answer.Total;
    }

    /// <summary>Of all pairs of rows that the system says are one person, the share that truly are.</summary>
    private static async Task<decimal> Precision(TestSilo silo)
    {
        await using var db = await silo.Services.GetRequiredService<IDbContextFactory<LearningReadModel>>().CreateDbContextAsync();
        var sheetOf = await db.Cohorts.ToDictionaryAsync(c => c.CohortId, c => c.Sheet!);
        var rows = await db.Enrolments.Select(e => new { e.TraineeId, e.CohortId, e.ImportRow }).ToListAsync();
        long right = 0, all = 0;
        foreach (var person in rows.GroupBy(r => r.TraineeId))
        {
            var truly = person.Select(r => SignInSheets.PersonOfRow[sheetOf[r.CohortId] + "/" + r.ImportRow!.Split('/')[1]]).ToList();
            for (var i = 0; i < truly.Count; i++)
                for (var j = i + 1; j < truly.Count; j++, all++)
                    if (truly[i] == truly[j]) right++;
        }

        return (decimal)right / all;
    }
}
