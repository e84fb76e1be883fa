using System.IO.Compression;
using System.Text;
using Learning.Domain.Imports;
using Learning.Silo.Imports.Sheets;
using MiniExcelLibs;

namespace Learning.Tests.Imports;

/// <summary>Files that are no sheet are refused with the reason, and never half read.</summary>
public sealed class MalformedFileTests
{
    private static readonly Encoding Cyrillic = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;

    [Fact]
    public void Empty_files_and_files_without_rows_are_refused()
    {
        Assert.Equal(ImportProblemKind.FileEmpty, Sheets.Refused("").Kind);
        Assert.Equal(ImportProblemKind.FileEmpty, Sheets.Refused("\uFEFF").Kind);
        Assert.Equal(ImportProblemKind.FileEmpty, Sheets.Refused(" ,, \n").Kind);
        Assert.Equal(ImportProblemKind.NoRows, Sheets.Refused(Sheets.Header).Kind);
        Assert.Equal(ImportProblemKind.NoRows, Sheets.Refused(Sheets.Header + "\n,,,\n\n").Kind);
    }

    [Fact]
    public void Two_hundred_megabytes_are_refused_without_being_read()
    {
        using var large = new EndlessStream(200L * 1024 * 1024, seekable: true);
        Assert.Equal(ImportProblemKind.FileTooLarge, Sheets.Refused(() => SheetFile.Open(large, new SheetLimits())).Kind);
        Assert.Equal(0, large.BytesRead);

        // A stream that does not know its length is read up to the limit and no further.
        using var unknown = new EndlessStream(200L * 1024 * 1024, seekable: false);
        var problem = Sheets.Refused(() => SheetFile.Open(unknown, new SheetLimits { Bytes = 1024 * 1024 }));
        Assert.Equal(ImportProblemKind.FileTooLarge, problem.Kind);
        Assert.Equal("1", problem.Values["limit"]);
        Assert.InRange(unknown.BytesRead, 1, 2 * 1024 * 1024);
    }

    [Fact]
    public void A_file_that_breaks_off_says_in_which_row()
    {
        var whole = Sheets.Header + Sheets.Row(("row", "1")) + Sheets.Row(("row", "2"));
        var problem = Sheets.Refused(whole[..^40]);
        Assert.Equal((ImportProblemKind.FileCutOff, 3), (problem.Kind, problem.Line));
        Assert.Equal("Файл энэ мөрөнд тасарсан байна. Бүтэн файлыг дахин оруулна уу.", ImportErrorText.Say(problem, "mn"));

        // In the middle of a Cyrillic letter, which is two bytes.
        var bytes = Encoding.UTF8.GetBytes(whole);
        var inside = Array.LastIndexOf(bytes, (byte)0xD0);
        Assert.Equal((ImportProblemKind.FileCutOff, 3), (Sheets.Refused(bytes[..(inside + 1)]).Kind, Sheets.Refused(bytes[..(inside + 1)]).Line));
        var utf16 = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(whole)).ToArray();
        Assert.Equal(ImportProblemKind.FileCutOff, Sheets.Refused(utf16[..^1]).Kind);

        // A last row without a line break is whole.
        using var file = Sheets.Open(whole.TrimEnd('\n'));
        Assert.Equal(2, file.Lines().Count());
    }

    [Fact]
    public void A_quotation_mark_that_is_not_closed_says_in_which_row()
    {
        var broken = Sheets.Row(("row", "2")).Replace("Өлзий", "\"Өлзий", StringComparison.Ordinal);
        Assert.Equal((ImportProblemKind.QuoteNotClosed, 3), Where(Sheets.Refused(Sheets.Header + Sheets.Row() + broken + Sheets.Row(("row", "3")))));
        // A later cell in quotes would close it, rows below.
        Assert.Equal((ImportProblemKind.QuoteNotClosed, 3), Where(Sheets.Refused(Sheets.Header + Sheets.Row() + broken + Sheets.Row(("row", "3"), ("trainer", "Бат, Болд")))));
        // And in a long file the whole rest would be one cell.
        var rest = string.Concat(Enumerable.Range(3, 20_000).Select(i => Sheets.Row(("row", $"{i}"))));
        Assert.Equal((ImportProblemKind.QuoteNotClosed, 3), Where(Sheets.Refused(Sheets.Header + Sheets.Row() + broken + rest)));

        static (ImportProblemKind, int?) Where(ImportProblem problem) => (problem.Kind, problem.Line);
    }

    [Fact]
    public void Quotation_marks_commas_and_line_breaks_within_a_cell_are_its_text()
    {
        var plan = Sheets.Plan(Sheets.Header
            + Sheets.Row(("row", "1"), ("given_name", "Бат \"Боорчи\""), ("trainer", "Дорж,\nСарнай"))
            + Sheets.Row(("row", "2"), ("trainer", "Дорж,\nСарнай")).Replace("Өлзий", "Бат \"Боорчи\" х", StringComparison.Ordinal));
        Assert.Empty(plan.Problems);
        Assert.Equal(["Бат \"Боорчи\"", "Бат \"Боорчи\" х"], plan.Trainings[0].Rows.Select(r => r.Row.Person.GivenName));
        Assert.Equal("Дорж, Сарнай", plan.Trainings[0].Training.Trainer);
    }

    [Fact]
    public void What_is_no_text_and_no_workbook_is_refused()
    {
        Assert.Equal(ImportProblemKind.NotText, Sheets.Refused([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]).Kind);
        Assert.Equal(ImportProblemKind.NotText, Sheets.Refused(Sheets.Header + Sheets.Row(("given_name", "Өл\0зий"))).Kind);
        Assert.Equal(ImportProblemKind.NotText, Sheets.Refused("%PDF-1.7\n"u8.ToArray()).Kind);
        Assert.Equal(ImportProblemKind.OldExcel, Sheets.Refused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]).Kind);
        var random = new byte[20_000];
        new Random(1).NextBytes(random);
        Assert.Equal(ImportProblemKind.NotText, Sheets.Refused(random).Kind);
    }

    [Fact]
    public void Bytes_in_no_Cyrillic_encoding_are_refused_and_not_guessed()
    {
        var latin = Encoding.Latin1.GetBytes(Sheets.Header + Sheets.Row(("given_name", "Müller"), ("trainer", "Lefèvre"), ("patronymic", "Åsa")).Replace("Дорж", "D", StringComparison.Ordinal));
        Assert.Equal(ImportProblemKind.EncodingUnknown, Sheets.Refused(latin.Where(b => b != (byte)'?').ToArray()).Kind);
    }

    [Theory]
    [InlineData("windows-1251")]
    [InlineData("koi8-r")]
    [InlineData("ibm866")]
    public void Old_Cyrillic_encodings_are_recognised(string encoding)
    {
        var text = Sheets.Header.Replace("given_name", "Нэр", StringComparison.Ordinal) + string.Concat(Enumerable.Range(1, 5).Select(i =>
            Sheets.Row(("row", $"{i}"), ("given_name", "Нандинцэцэг"), ("patronymic", "Баасандорж"), ("trainer", "Сургагч багш"))));
        using var file = Sheets.Open(CodePagesEncodingProvider.Instance.GetEncoding(encoding)!.GetBytes(text));
        Assert.Contains("Нэр", file.Headers);
        Assert.All(file.Lines().ToList(), l => Assert.Contains("Нандинцэцэг", l.Cells));
    }

    [Fact]
    public void Limits_are_kept()
    {
        var rows = Sheets.Header + string.Concat(Enumerable.Range(1, 11).Select(i => Sheets.Row(("row", $"{i}"))));
        var problem = Sheets.Refused(rows, new SheetLimits { Rows = 10 });
        Assert.Equal((ImportProblemKind.TooManyRows, 12, "10"), (problem.Kind, problem.Line, problem.Values["limit"]));
        Assert.Equal(ImportProblemKind.TooManyColumns, Sheets.Refused(rows, new SheetLimits { Columns = 5 }).Kind);
        Assert.Equal((ImportProblemKind.CellTooLong, 2), (Sheets.Refused(Sheets.Header + Sheets.Row(("trainer", new string('х', 5_000)))).Kind, Sheets.Refused(Sheets.Header + Sheets.Row(("trainer", new string('х', 5_000)))).Line));
        Assert.Equal(ImportProblemKind.FileTooLarge, Sheets.Refused(rows, new SheetLimits { Bytes = 500 }).Kind);
    }

    [Fact]
    public void Damaged_workbooks_and_bombs_are_refused()
    {
        using var good = new MemoryStream();
        good.SaveAs(new[] { new { Нэр = "Өлзий" } });
        var bytes = good.ToArray();
        Assert.Equal(ImportProblemKind.WorkbookUnreadable, Sheets.Refused(bytes[..(bytes.Length / 2)]).Kind);
        Assert.Equal(ImportProblemKind.WorkbookUnreadable, Sheets.Refused([.. "PK\u0003\u0004"u8, .. new byte[100]]).Kind);

        using var bomb = new MemoryStream();
        using (var zip = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true))
        using (var part = zip.CreateEntry("xl/worksheets/sheet1.xml").Open())
            part.Write(new byte[5 * 1024 * 1024]);
        Assert.InRange(bomb.Length, 1, 20_000);
        Assert.Equal(ImportProblemKind.WorkbookUnreadable, Sheets.Refused(bomb.ToArray(), new SheetLimits { UnpackedBytes = 1024 * 1024 }).Kind);

        using var other = new MemoryStream();
        using (var zip = new ZipArchive(other, ZipArchiveMode.Create, leaveOpen: true))
        using (var part = zip.CreateEntry("word/document.xml").Open())
            part.Write("<w/>"u8);
        Assert.Equal(ImportProblemKind.WorkbookUnreadable, Sheets.Refused(other.ToArray()).Kind);
    }

    [Fact]
    public void An_empty_workbook_and_one_with_a_header_only_are_refused()
    {
        Assert.Equal(ImportProblemKind.NoRows, Sheets.Refused(Workbook([["Нэр", "Ирц"]])).Kind);
        Assert.Equal(ImportProblemKind.FileEmpty, Sheets.Refused(Workbook([[""]])).Kind);
    }

    [Fact]
    public void Bytes_that_do_not_decode_are_refused_and_not_replaced()
    {
        // Marked as UTF-8, and it is not.
        Assert.Equal(ImportProblemKind.EncodingUnknown, Sheets.Refused([0xEF, 0xBB, 0xBF, .. Cyrillic.GetBytes(Sheets.Header + Sheets.Row())]).Kind);
    }

    [Fact]
    public void No_random_file_throws_anything_else()
    {
        var whole = Encoding.UTF8.GetBytes(Sheets.Header + Sheets.Row() + Sheets.Row(("row", "2"), ("trainer", "а, б")));
        using var good = new MemoryStream();
        good.SaveAs(new[] { new { Нэр = "Өлзий", Ирц = "1" } });
        var random = new Random(20190308);
        foreach (var start in new[] { whole, good.ToArray() })
        {
            for (var i = 0; i < 400; i++)
            {
                var bytes = start.ToArray();
                for (var n = random.Next(1, 8); n > 0; n--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                try
                {
                    using var file = Sheets.Open(bytes[..random.Next(1, bytes.Length + 1)]);
                    _ = file.Lines().Count();
                }
                catch (SheetFileException e)
                {
                    Assert.True(e.Problem.RefusesFile);
                }
            }
        }
    }

    private static byte[] Workbook(string[][] rows)
    {
        using var stream = new MemoryStream();
        stream.SaveAs(rows.Select(r => r.Select((c, i) => KeyValuePair.Create($"c{i}", (object)c)).ToDictionary()), printHeader: false);
        return stream.ToArray();
    }

    private sealed class EndlessStream(long length, bool seekable) : Stream
    {
        public long BytesRead { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => seekable;

        public override bool CanWrite => false;

        public override long Length => seekable ? length : throw new NotSupportedException();

        public override long Position { get => seekable ? 0 : throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Array.Fill(buffer, (byte)'a', offset, count);
            BytesRead += count;
            return count;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
