using System.Globalization;
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
using Learning.Silo.Storage;
using Learning.Tests.Databases;
using Learning.Tests.Grains;
using Learning.Tests.Identity;
using Learning.Tests.Imports;
using Microsoft.Extensions.DependencyInjection;

namespace Learning.Tests.Reach;

/// <summary>
/// The federation's kept sheets with the identities of their people forced: every row says the same register number, sex and
/// year of birth of whoever it truly is. Then every table of the truth has to come out, exactly.
/// </summary>
public sealed class GoldenFiguresTests
{
    [SharedFact]
    public async Task Every_table_of_the_truth_comes_out_exactly_and_an_audit_notices_a_corrupted_read_model()
    {
        await using var silo = await TestSilo.StartAsync(DatabaseKind.Sqlite);
        using var file = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(SignInSheets.SharedFolder(), "data", "sign-in-sheets", "truth.json")));
        var truth = file.RootElement;
        foreach (var (name, sheet) in Forced()) await Import(silo, name, sheet);

        Assert.Equal(truth.GetProperty("participations").GetInt32(), await Total(silo, new() { Measure = Measure.Participations }));
        Assert.Equal(truth.GetProperty("individuals_attended").GetInt32(), await Total(silo, new()));
        Assert.Equal(truth.GetProperty("individuals_completed").GetInt32(), await Total(silo, new() { Measure = Measure.Completed }));
        Assert.Equal(truth.GetProperty("completions").GetInt32(), await Total(silo, new() { Measure = Measure.Completions }));
        var year = await Answer(silo, new() { By = ReachBy.Year });
        Assert.Equal(Table(truth, "unique_by_year"), year.Rows.ToDictionary(r => r.Key, r => r.Value));
        Assert.Equal(Table(truth, "cumulative_by_year"), year.Rows.ToDictionary(r => r.Key, r => r.Cumulative!.Value));
        Assert.Equal(Table(truth, "unique_by_aimag"), await Rows(silo, new() { By = ReachBy.Region }));
        Assert.Equal(Table(truth, "unique_by_course"), await Rows(silo, new() { By = ReachBy.Course }));
        Assert.Equal(Table(truth, "unique_by_funder_supported"), await Rows(silo, new() { By = ReachBy.Funder }));
        var soums = new Dictionary<string, decimal>();
        foreach (var aimag in Table(truth, "unique_by_aimag").Keys)
            foreach (var (soum, people) in await Rows(silo, new() { Region = aimag, By = ReachBy.Region })) soums.Add(soum, people);
        Assert.Equal(Table(truth, "unique_by_soum"), soums);

        // Of 197 people no sheet ever says the sex; the truth knows it and the system must not.
        var sex = await Rows(silo, new() { By = ReachBy.Sex });
        var (women, men) = (Table(truth, "unique_by_sex")["F"] - sex["female"], Table(truth, "unique_by_sex")["M"] - sex["male"]);
        Assert.Equal(197, sex["notStated"]);
        Assert.Equal((68m, 129m), (women, men));

        // The three donor views: supported by is the truth's; apportioned adds up to everybody.
        var donors = (await silo.Grains.GetGrain<IRegionReachGrain>("MN").Donors(new())).Donors;
        Assert.Equal(Table(truth, "unique_by_funder_supported"), donors.SupportedBy.ToDictionary(s => s.Funder, s => s.Value));
        Assert.Equal((10_500m, 10_500m), (donors.Total, donors.Apportioned.Sum(a => a.Value)));

        await Projecting_everything_again_in_another_order_changes_nothing(silo);
        await An_audit_prints_what_it_compared_and_fails_once_the_read_model_is_corrupted(silo);
    }

    private static async Task Projecting_everything_again_in_another_order_changes_nothing(TestSilo silo)
    {
        var before = await Figures(silo);
        var database = silo.Services.GetRequiredService<IDatabase>();
        await silo.Services.GetRequiredService<IChangeSet>().MarkAll();
        // Whoever came last is now first.
        await database.WriteAsync((connection, cancel) => connection.ExecuteAsync("update change_set set place = -place", [], cancel));
        await silo.Services.GetRequiredService<ReadModelFreshness>().CatchUp();
        foreach (var region in (string[])["MN", "MN41"]) await silo.Grains.GetGrain<IRegionReachGrain>(region).Changed();

        Assert.Equal(before, await Figures(silo));
    }

    private static async Task An_audit_prints_what_it_compared_and_fails_once_the_read_model_is_corrupted(TestSilo silo)
    {
        var audit = silo.Services.GetRequiredService<FigureAudit>();
        var said = new StringWriter();
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.True(await audit.Run(said), said.ToString());
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"The audit took {clock.Elapsed}.");
        Assert.Contains("MN      Training Reached        states      10500  answered      10500", said.ToString(), StringComparison.Ordinal);
        Assert.Contains("all agree", said.ToString(), StringComparison.Ordinal);

        // One person is somewhere else, as far as the read model says.
        var database = silo.Services.GetRequiredService<IDatabase>();
        await database.WriteAsync((connection, cancel) => connection.ExecuteAsync(
            "delete from marks where trainee_id = (select min(trainee_id) from marks where mark in (1, 2))", [], cancel));
        await silo.Grains.GetGrain<IReachShardGrain>(0).Reload();
        foreach (var region in silo.Services.GetRequiredService<Learning.Domain.Regions.RegionTree>().All) await silo.Grains.GetGrain<IRegionReachGrain>(region.Code).Changed();
        said = new StringWriter();
        Assert.False(await audit.Run(said));
        Assert.Contains("WRONG MN      Training Reached        states      10500  answered      10499", said.ToString(), StringComparison.Ordinal);
        Assert.Contains("./run rebuild", said.ToString(), StringComparison.Ordinal);

        await silo.Services.GetRequiredService<ReadModelRebuild>().Run();
        Assert.True(await audit.Run(TextWriter.Null));
    }

    private static async Task<string> Figures(TestSilo silo)
    {
        var said = new List<string>();
        foreach (var region in (string[])["MN", "MN41"])
            foreach (var by in Enum.GetValues<ReachBy>())
                foreach (var measure in (Measure[])[Measure.Reached, Measure.Completions, Measure.ContactHours])
                {
                    var answer = await Answer(silo, new() { Region = region, By = by, Measure = measure });
                    said.Add($"{region} {by} {measure} {answer.Total} {string.Join(';', answer.Rows)}");
                }

        return string.Join('\n', said);
    }

    /// <summary>The sheets of each year, each row as of whoever it truly is.</summary>
    private static IEnumerable<(string Name, string Sheet)> Forced()
    {
        string Person(IReadOnlyDictionary<string, string> row) => SignInSheets.PersonOfRow[SignInSheets.RowKey(row)];
        var said = SignInSheets.Rows.GroupBy(Person).ToDictionary(g => g.Key, g => (
            Sex: g.Select(r => r["sex"]).FirstOrDefault(s => s.Length > 0) ?? "",
            Born: g.Select(r => r["birth_year"]).FirstOrDefault(b => b.Length > 0) ?? ""));
        // A number that reads as one, says the year of birth and is nobody else's: the letters and the last two digits number the people.
        string Register(string person)
        {
            const string Letters = "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЭЮЯ";
            var (number, born) = (int.Parse(person, CultureInfo.InvariantCulture), said[person].Born);
            return $"{Letters[number / 2700]}{Letters[number / 100 % 27]}{born.PadLeft(4, '0')[2..]}{(born.StartsWith("20", StringComparison.Ordinal) ? "21" : "01")}01{number % 100:00}";
        }

        foreach (var path in Sheets.Files)
        {
            var rows = SignInSheets.Table(path).ToList();
            var lines = rows.Select(row => string.Join(',', row.Select(cell => Quoted(cell.Key switch
            {
                "register_no" => Register(Person(row)),
                "sex" => said[Person(row)].Sex,
                "birth_year" => said[Person(row)].Born,
                // A phone is shared and a register number is not.
                "phone" => "",
                _ => cell.Value,
            }))));
            yield return (Path.GetFileName(path), string.Join('\n', lines.Prepend(string.Join(',', rows[0].Keys))));
        }
    }

    private static string Quoted(string cell) => cell.Contains(',') ? $"\"{cell}\"" : cell;

    private static async Task Import(TestSilo silo, string name, string sheet)
    {
        var id = LearningId.From("golden", name);
        await silo.Services.GetRequiredService<ImportFiles>().Keep(id, name, System.Text.Encoding.UTF8.GetBytes(sheet));
        await silo.Grains.GetGrain<IImportGrain>(id).Start(name, "admin", confirm: true);
        Import? import;
        while ((import = await silo.Grains.GetGrain<IImportGrain>(id).Get())!.State is ImportState.Checking or ImportState.Importing)
            await silo.Services.GetRequiredService<ReadModelFreshness>().CatchUp();
        Assert.Equal((ImportState.Done, 0), (import.State, import.Summary.Errors));
        await silo.Services.GetRequiredService<ReadModelFreshness>().CatchUp();
    }

    private static async Task<ReachAnswer> Answer(TestSilo silo, ReachQuery query) => (await silo.Grains.GetGrain<IRegionReachGrain>(query.Region).Answer(query)).Answer;

    private static async Task<decimal> Total(TestSilo silo, ReachQuery query) => (await Answer(silo, query)).Total;

    private static async Task<Dictionary<string, decimal>> Rows(TestSilo silo, ReachQuery query) => (await Answer(silo, query)).Rows.ToDictionary(r => r.Key, r => r.Value);

    private static Dictionary<string, decimal> Table(JsonElement truth, string name) => truth.GetProperty(name).EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetDecimal());
}
