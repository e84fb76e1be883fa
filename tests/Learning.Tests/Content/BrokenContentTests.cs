using System.Text;
using Learning.Silo.Content;

namespace Learning.Tests.Content;

/// <summary>What whoever edits content is told about a mistake: the file, the line, and what to do.</summary>
public sealed class BrokenContentTests
{
    [Theory]
    [InlineData("regions/mn.csv", "MN2101,MN21", "MN2101,MN20", "MN2101", "lies in MN20")]
    [InlineData("regions/mn.csv", "MN6416,MN64,2", "MN6416,MN64,1", "MN6416", "must be one more")]
    [InlineData("regions/mn.csv", "MN6416,MN64,2", "MN6416,,2", "MN6416", "no parent")]
    [InlineData("regions/mn.csv", "MN6416,", "MN6410,", "MN6416", "already in regions/mn.csv")]
    [InlineData("regions/mn.csv", "MN6416,", "MN 6416,", "MN6416", "Latin letters and digits")]
    [InlineData("regions/mn.csv", "MN6416,MN64,2", "MN6416,MN64,хоёр", "MN6416", "whole number")]
    [InlineData("regions/mn.csv", ",soum,Баян-Овоо,", ",soum,,", "Баян-Овоо", "nameMn is empty")]
    [InlineData("regions/mn.csv", "Баян-Овоо,Bayan-Ovoo", "Баян,Овоо,Bayan-Ovoo", "Баян-Овоо", "8 fields")]
    [InlineData("regions/mn.csv", "Увс,Uvs,Asia/Hovd", "Увс,Uvs,Asia/Khovd", "MN85,", "no time zone Asia/Khovd")]
    [InlineData("regions/mn.csv", "timeZone", "timezon", "code,parent", "Missing: timeZone")]
    [InlineData("courses/OSH-101.md", "minHoursShare", "minHourShare", "minHoursShare", "Unknown key minHourShare")]
    [InlineData("courses/OSH-101.md", "minHoursShare: 0.8", "minHoursShare: 80", "minHoursShare", "from 0 to 1")]
    [InlineData("courses/OSH-101.md", "minHoursShare: 0.8", "minHoursShare: 0,8", "minHoursShare", "with a point")]
    [InlineData("courses/OSH-101.md", "code: OSH-101", "code: OSH-102", "code:", "OSH-102.md")]
    [InlineData("courses/OSH-101.md", "kind: training", "kind: traning", "kind: training", "kind is traning")]
    [InlineData("courses/OSH-101.md", "kind: completion", "kind: completed", "kind: completion", "attendance, completion")]
    [InlineData("courses/OSH-101.md", "hours: 24", "hours: 20", "hours: 24", "20 hours can't be shared out over 3 days")]
    [InlineData("courses/OSH-101.md", "days: 3", "days: 3\ndays: 4", "days: 3", "Duplicate key days")]
    [InlineData("courses/OSH-101.md", "titleEn: Occ", "titleEn: Safety: Occ", "titleEn:", "not YAML")]
    [InlineData("courses/OSH-101.md", "## en", "## eng", "## en", "Unknown section eng")]
    [InlineData("courses/OSH-101.md", "## en", "## mn", "## en", "second section mn")]
    [InlineData("courses/OSH-101.md", "## mn", "Танилцуулга", "## mn", "stands in no outline")]
    [InlineData("courses/OSH-101.md", "---\ncode", "code", "---", "must begin with a line ---")]
    [InlineData("funders/funders.yaml", "type: foundation", "type: fond", "type: foundation", "foundation, privateSector")]
    [InlineData("funders/funders.yaml", "to: 2019-12-31", "to: 2016-12-31", "to: 2019-12-31", "ends before it begins")]
    [InlineData("funders/funders.yaml", "to: 2019-12-31", "to: 31.12.2019", "to: 2019-12-31", "2026-03-08")]
    [InlineData("funders/funders.yaml", "  - code: TRAFIGURA", "  - code: SDC-SAM", "  - code: TRAFIGURA", "there twice")]
    [InlineData("certificates/texts.yaml", "titleMn", "titelMn", "titleMn", "Unknown key titelMn")]
    public void A_mistake_is_told_with_its_file_and_line(string file, string right, string wrong, string onTheLineOf, string message)
    {
        using var copy = new ContentCopy().Replace(file, right, wrong);

        var errors = copy.Errors();

        Assert.Contains(errors, e => e.File == file && Math.Abs(e.Line - ContentCopy.LineOf(file, onTheLineOf)) <= (wrong.Contains('\n') ? 1 : 0) && e.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void All_mistakes_of_all_files_are_told_at_once_in_order()
    {
        using var copy = new ContentCopy()
            .Replace("regions/mn.csv", "MN2101,MN21", "MN2101,MN20")
            .Replace("courses/GOV-101.md", "titleMn: Нөхөрлөлийн засаглал\n", "")
            .Delete("certificates/texts.yaml")
            .Replace("funders/funders.yaml", "nameEn: Trafigura Foundation", "nameEn:");

        var thrown = Assert.Throws<ContentException>(() => LearningContent.Load(copy.Folder));

        Assert.Equal(["certificates/texts.yaml", "courses/GOV-101.md", "funders/funders.yaml", "regions/mn.csv"], thrown.Errors.Select(e => e.File));
        Assert.Contains("4 mistakes", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("courses/GOV-101.md:2: titleMn is missing", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_the_old_Windows_encoding_is_refused_at_its_first_Mongolian_line()
    {
        using var copy = new ContentCopy();
        var text = File.ReadAllText(Path.Combine(ContentCopy.Original, "regions", "mn.csv"));
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        copy.Write("regions/mn.csv", text, Encoding.GetEncoding(1251));

        var error = copy.Errors()[0];

        Assert.Equal(("regions/mn.csv", 2), (error.File, error.Line));
        Assert.Contains("UTF-8", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mark_at_the_start_and_Windows_line_ends_are_taken_as_they_come()
    {
        using var copy = new ContentCopy();
        foreach (var file in (string[])["regions/mn.csv", "courses/OSH-101.md", "funders/funders.yaml", "certificates/texts.yaml"])
            copy.Write(file, File.ReadAllText(Path.Combine(copy.Folder, file)).ReplaceLineEndings("\r\n"), new UTF8Encoding(true));

        var content = LearningContent.Load(copy.Folder);

        Assert.Equal(362, content.Regions.All.Length);
        Assert.Equal(LearningContent.Load(ContentCopy.Original).Course("OSH-101"), content.Course("OSH-101"));
    }

    [Fact]
    public void A_letter_typed_in_two_parts_is_the_same_letter()
    {
        using var copy = new ContentCopy();
        copy.Write("regions/mn.csv", File.ReadAllText(Path.Combine(copy.Folder, "regions/mn.csv")).Normalize(NormalizationForm.FormD));

        Assert.Equal("Баян-Өлгий", LearningContent.Load(copy.Folder).Regions.Find("MN83")!.NameMn);
    }

    [Fact]
    public void A_second_country_is_refused()
    {
        using var copy = new ContentCopy().Write("regions/kg.csv", "code,parent,level,type,nameMn,nameEn,timeZone\nKG,,0,country,Киргиз,Kyrgyzstan,Asia/Bishkek\n");

        var error = Assert.Single(copy.Errors());

        // Files are read in the order of their names, so mn.csv is the second.
        Assert.Equal(("regions/mn.csv", 2), (error.File, error.Line));
    }

    [Fact]
    public void Regions_that_lie_in_each_other_are_refused()
    {
        using var copy = new ContentCopy().Write("regions/x.csv", "code,parent,level,type,nameMn,nameEn,timeZone\nA1,B1,1,aimag,А,A,Asia/Hovd\nB1,A1,2,aimag,Б,B,Asia/Hovd\n");

        Assert.Contains(copy.Errors(), e => e.File == "regions/x.csv");
    }

    [Fact]
    public void A_quotation_mark_that_is_never_closed_is_told_where_it_opens()
    {
        using var copy = new ContentCopy().Replace("regions/mn.csv", "soum,Баян-Овоо", "soum,\"Баян-Овоо");

        Assert.Contains(copy.Errors(), e => e.Line == ContentCopy.LineOf("regions/mn.csv", "Баян-Овоо") && e.Message.Contains("quotation mark", StringComparison.Ordinal));
    }

    [Fact]
    public void A_course_without_a_pass_mark_and_with_one_differ()
    {
        using var copy = new ContentCopy().Replace("courses/HG-101.md", "minHoursShare: 0.8", "minHoursShare: 0.75\n  passMark: 60");

        Assert.Equal(new Domain.Courses.CompletionRule(0.75m, 60m), LearningContent.Load(copy.Folder).Course("HG-101")!.Completion);
    }
}
