using System.Text;
using Learning.Domain.Imports;
using Learning.Domain.Regions;
using Learning.Silo.Content;
using Learning.Silo.Imports.Sheets;
using Learning.Tests.Identity;

namespace Learning.Tests.Imports;

/// <summary>What the tests of sheets share: the real regions, the courses and funders of the kept sheets, and short ways to read.</summary>
internal static class Sheets
{
    public const string Header = "sheet,row,course_code,soum_code,start_date,days,funders,trainer,patronymic,given_name,sex,birth_year,register_no,phone,attended,pre_score,post_score\n";

    public static readonly RegionTree Regions = LearningContent.Load(Path.Combine(SignInSheets.Repository(), "content")).Regions;

    private static readonly Dictionary<string, string> Courses = SignInSheets.Rows
        .SelectMany(r => new[] { (r["course_code"], r["course_code"]), (r["course_title"], r["course_code"]) })
        .Distinct()
        .ToDictionary(c => c.Item1, c => c.Item2);

    public static readonly SheetReference Reference = new()
    {
        FindCourse = named => Courses.TryGetValue(named, out var code) ? code : null,
        FindFunder = named => new[] { "SDC-SAM", "TRAFIGURA", "ASMNF" }.FirstOrDefault(f => f == named.ToUpperInvariant()),
        Regions = new RegionNames(Regions),
        Secret = SignInSheets.Secret,
        Today = new DateOnly(2026, 3, 8),
    };

    public static IReadOnlyList<string> Files { get; } = [.. Directory.GetFiles(SignInSheets.Folder, "sheets-*.csv").Order(StringComparer.Ordinal)];

    public static SheetFile Open(byte[] file, SheetLimits? limits = null) => SheetFile.Open(new MemoryStream(file), limits ?? new SheetLimits());

    public static SheetFile Open(string text, SheetLimits? limits = null) => Open(Encoding.UTF8.GetBytes(text), limits);

    public static ImportProblem Refused(Action read) => Assert.Throws<SheetFileException>(read).Problem;

    public static ImportProblem Refused(byte[] file, SheetLimits? limits = null) => Refused(() =>
    {
        using var sheet = Open(file, limits);
        _ = sheet.Lines().Count();
    });

    public static ImportProblem Refused(string text, SheetLimits? limits = null) => Refused(Encoding.UTF8.GetBytes(text), limits);

    public static SheetPlan Plan(Stream file)
    {
        using var sheet = SheetFile.Open(file, new SheetLimits());
        return Plan(sheet);
    }

    public static SheetPlan Plan(string text)
    {
        using var sheet = Open(text);
        return Plan(sheet);
    }

    public static SheetPlan Plan(SheetFile sheet)
    {
        var match = ColumnMatching.Match(sheet.Headers);
        Assert.Empty(match.Problems);
        var reader = new SheetRowReader(match, Reference);
        return SheetPlan.Of(sheet.Lines().Select(reader.Read).OfType<SheetRowResult>());
    }

    /// <summary>One row under the test header, with some cells replaced.</summary>
    public static string Row(params (string Column, string Cell)[] cells)
    {
        var row = new Dictionary<string, string>
        {
            ["sheet"] = "S1", ["row"] = "1", ["course_code"] = "OSH-101", ["soum_code"] = "MN6416", ["start_date"] = "2019-03-08", ["days"] = "2", ["funders"] = "SDC-SAM",
            ["trainer"] = "Сургагч", ["patronymic"] = "Дорж", ["given_name"] = "Өлзий", ["sex"] = "эм", ["birth_year"] = "1992", ["register_no"] = "УБ92031845",
            ["phone"] = "99112233", ["attended"] = "1;0", ["pre_score"] = "40", ["post_score"] = "80",
        };
        foreach (var (column, cell) in cells) row[column] = cell;
        return string.Join(',', Header.Trim().Split(',').Select(c => row[c].AsSpan().IndexOfAny(",\"\n") < 0 ? row[c] : '"' + row[c].Replace("\"", "\"\"", StringComparison.Ordinal) + '"')) + "\n";
    }
}
