using System.Diagnostics;
using System.Text;
using Learning.Domain.Identity;
using Learning.Domain.Imports;
using Learning.Domain.Trainees;
using Learning.Silo.Imports.Sheets;
using Learning.Tests.Identity;
using MiniExcelLibs;
using Xunit.Abstractions;

namespace Learning.Tests.Imports;

/// <summary>The federation's kept sheets through the whole way from bytes to people.</summary>
public sealed class KeptSheetsPlanTests(ITestOutputHelper output)
{
    [Fact]
    public void The_kept_sheets_are_read_whole_and_give_the_numbers_of_the_truth()
    {
        var clock = Stopwatch.StartNew();
        var before = Environment.CpuUsage.TotalTime;
        var plans = Sheets.Files.Select(f =>
        {
            using var file = File.OpenRead(f);
            return Sheets.Plan(file);
        }).ToList();
        var readIn = clock.Elapsed;
        var rows = plans.SelectMany(p => p.Trainings).SelectMany(t => t.Rows).ToList();
        var people = IdentityResolution.Resolve(plans.SelectMany(p => p.IdentityRows()).ToList());
        output.WriteLine($"read in {readIn.TotalMilliseconds:F0} ms, resolved in {(clock.Elapsed - readIn).TotalMilliseconds:F0} ms; {(Environment.CpuUsage.TotalTime - before).TotalMilliseconds:F0} ms of processor");

        Assert.All(plans, p => Assert.Empty(p.Problems));
        Assert.Equal(15_545, plans.Sum(p => p.Read));
        Assert.Equal(15_545, rows.Count);
        Assert.Equal(15_545, rows.Select(r => r.RowId).Distinct().Count());
        Assert.Equal(418, plans.SelectMany(p => p.Trainings).Select(t => t.CohortId).Distinct().Count());
        // truth.json
        Assert.Equal(15_138, rows.Count(r => r.Row.Attended.Contains(true)));
        Assert.Equal(13_281, rows.Count(r => r.Row.Attended.Count(a => a == true) * 100 >= 80 * r.Row.Attended.Length));
        Assert.InRange(rows.Where(r => r.Row.Attended.Contains(true)).Select(r => people.ByRow[r.RowId]).Distinct().Count(), 10_500, 11_450);
        Assert.Equal(442, rows.Count(r => r.Row.Person.Sex == Sex.NotStated));
        Assert.Equal(15_545 - 3_947, rows.Count(r => r.Row.Person.Register is not null));
    }

    [Fact]
    public void The_same_sheets_as_a_workbook_with_real_dates_and_numbers_give_the_same_plan()
    {
        using var workbook = new MemoryStream();
        var rows = SignInSheets.Table(Sheets.Files[0]).Take(3_000).ToList();
        workbook.SaveAs(rows.Select(r => r.ToDictionary(c => c.Key, object? (c) => c.Value.Length == 0 ? null : c.Key switch
        {
            "start_date" => DateTime.Parse(c.Value, System.Globalization.CultureInfo.InvariantCulture),
            "row" or "days" or "birth_year" or "pre_score" or "post_score" => int.Parse(c.Value, System.Globalization.CultureInfo.InvariantCulture),
            _ => c.Value,
        })));
        workbook.Position = 0;

        var text = string.Join('\n', File.ReadAllLines(Sheets.Files[0]).Take(3_001));
        AssertSame(Sheets.Plan(text), Sheets.Plan(workbook));
    }

    [Fact]
    public void Every_usual_encoding_and_delimiter_gives_the_same_plan()
    {
        var text = string.Join("\r\n", File.ReadAllLines(Sheets.Files[1]).Take(400)) + "\r\n";
        var expected = Sheets.Plan(text);
        var semicolons = Delimited(text, ';');
        var tabs = Delimited(text, '\t');

        AssertSame(expected, Sheets.Plan(new MemoryStream(Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF')))));
        AssertSame(expected, Sheets.Plan(new MemoryStream([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)])));
        AssertSame(expected, Sheets.Plan(new MemoryStream([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(tabs)])));
        AssertSame(expected, Sheets.Plan(new MemoryStream([.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)])));
        AssertSame(expected, Sheets.Plan(new MemoryStream(Encoding.Unicode.GetBytes(text))));
        AssertSame(expected, Sheets.Plan(semicolons));
        AssertSame(expected, Sheets.Plan(tabs));
        // The old way to write Mongolian in Windows-1251, which has no Ө and Ү.
        var old = semicolons.Replace('Ө', 'Є').Replace('ө', 'є').Replace('Ү', 'Ї').Replace('ү', 'ї');
        AssertSame(expected, Sheets.Plan(new MemoryStream(CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(old))));
    }

    [Fact]
    public void A_stream_that_cannot_be_rewound_is_read_too_and_its_copy_is_gone_afterwards()
    {
        using var file = File.OpenRead(Sheets.Files[2]);
        using var once = new OnceOnlyStream(file);
        var plan = Sheets.Plan(once);
        Assert.Equal(plan.Read, SignInSheets.Table(Sheets.Files[2]).Count());
    }

    private static void AssertSame(SheetPlan expected, SheetPlan plan)
    {
        Assert.Empty(plan.Problems);
        Assert.True(expected.Kept > 100);
        Assert.Equal(Said(expected), Said(plan));
    }

    private static string Said(SheetPlan plan) => string.Join('\n', plan.Trainings.SelectMany(t => t.Rows.Select(r =>
        $"{t.CohortId} {t.Training with { Funders = [] }} {string.Join(';', t.Training.Funders)} {r.RowId} {r.Row.Person} {r.Row.OrganisationType} {string.Join(';', r.Row.Attended)} {r.Row.PreScore} {r.Row.PostScore}")));

    /// <summary>The same table with another delimiter, by the tests' own reading.</summary>
    private static string Delimited(string text, char delimiter)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, text);
        var rows = SignInSheets.Table(file).ToList();
        File.Delete(file);
        return string.Join('\n', rows.Select(r => r.Values).Prepend(rows[0].Keys).Select(cells =>
            string.Join(delimiter, cells.Select(c => c.Contains(delimiter) ? '"' + c + '"' : c)))) + "\n";
    }

    private sealed class OnceOnlyStream(Stream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
