using Learning.Domain.Imports;
using Learning.Domain.Trainees;

namespace Learning.Tests.Imports;

public sealed class SheetRowReaderTests
{
    [Fact]
    public void A_good_row_is_read_whole()
    {
        var row = Assert.Single(Read(Sheets.Row(("attended", "1;"), ("post_score", "16/20"))).Rows);
        Assert.Equal("OSH-101", row.Training.Course);
        Assert.Equal("MN6416", row.Training.Region);
        Assert.Equal(new DateOnly(2019, 3, 8), row.Training.StartDate);
        Assert.Equal(["SDC-SAM"], row.Training.Funders.AsEnumerable());
        Assert.Equal([true, null], row.Attended.AsEnumerable());
        Assert.Equal(80, row.PostScore!.Value.Percent);
        Assert.Equal(("Өлзий", "Дорж", Sex.Female, 1992), (row.Person.GivenName, row.Person.Patronymic, row.Person.Sex, row.Person.BirthYear));
        Assert.Equal(("45", "33"), (row.Person.Register!.LastTwo, row.Person.Phone!.LastTwo));
    }

    [Theory]
    [InlineData("course_code", "XXX-9", ImportProblemKind.CourseUnknown, "XXX-9")]
    [InlineData("course_code", "", ImportProblemKind.CellBlank, null)]
    [InlineData("soum_code", "MN9999", ImportProblemKind.RegionUnknown, "MN9999")]
    [InlineData("start_date", "2019-02-30", ImportProblemKind.DateUnreadable, "2019-02-30")]
    [InlineData("start_date", "2026-03-09", ImportProblemKind.DateImpossible, "2026-03-09")]
    [InlineData("start_date", "", ImportProblemKind.CellBlank, null)]
    [InlineData("days", "олон", ImportProblemKind.DaysUnreadable, "олон")]
    [InlineData("days", "3", ImportProblemKind.AttendedLength, null)]
    [InlineData("attended", "ирсэн өдөр", ImportProblemKind.AttendedUnreadable, "ирсэн өдөр")]
    [InlineData("attended", "", ImportProblemKind.CellBlank, null)]
    [InlineData("funders", "SDC-SAM;WHO", ImportProblemKind.FunderUnknown, "WHO")]
    [InlineData("given_name", " ", ImportProblemKind.CellBlank, null)]
    [InlineData("given_name", "...", ImportProblemKind.NameUnreadable, "...")]
    [InlineData("given_name", "12", ImportProblemKind.NameUnreadable, "12")]
    public void What_decides_the_count_refuses_the_row(string column, string cell, ImportProblemKind kind, string? value)
    {
        var (rows, problems) = Read(Sheets.Row((column, cell)));
        Assert.Empty(rows);
        var problem = Assert.Single(problems);
        Assert.Equal((kind, 2, true), (problem.Kind, problem.Line, problem.IsError));
        Assert.False(problem.RefusesFile);
        if (value is not null) Assert.Equal(value, problem.Values["value"]);
    }

    [Theory]
    [InlineData("sex", "?!", ImportProblemKind.SexUnreadable)]
    [InlineData("birth_year", "2018", ImportProblemKind.BirthYearImpossible)]
    [InlineData("register_no", "УБ9203184", ImportProblemKind.RegisterUnreadable)]
    [InlineData("phone", "991122", ImportProblemKind.PhoneUnreadable)]
    [InlineData("pre_score", "140", ImportProblemKind.ScoreImpossible)]
    [InlineData("birth_year", "1962", ImportProblemKind.RegisterYearDiffers)]
    public void What_only_describes_the_person_is_left_blank_with_a_warning(string column, string cell, ImportProblemKind kind)
    {
        var (rows, problems) = Read(Sheets.Row((column, cell)));
        Assert.Single(rows);
        var problem = Assert.Single(problems);
        Assert.Equal((kind, false), (problem.Kind, problem.IsError));
        if (kind is ImportProblemKind.RegisterUnreadable or ImportProblemKind.PhoneUnreadable or ImportProblemKind.RegisterYearDiffers)
            Assert.DoesNotContain(cell, ImportErrorText.Say(problem, "mn") + string.Concat(problem.Values.Values), StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_is_wrong_with_a_row_is_said_at_once()
    {
        var (rows, problems) = Read(Sheets.Row(("course_code", "X"), ("funders", "Y;Z"), ("given_name", ""), ("start_date", "?"), ("sex", "?!")));
        Assert.Empty(rows);
        Assert.Equal(5, problems.Count(p => p.IsError));
        Assert.Equal("“X” гэсэн сургалт бүртгэлгүй байна.", ImportErrorText.Say(problems[0], "mn"));
    }

    [Fact]
    public void A_missing_year_of_birth_comes_from_the_register_number() =>
        Assert.Equal(1992, Read(Sheets.Row(("birth_year", ""))).Rows[0].Person.BirthYear);

    [Fact]
    public void Html_and_formulas_in_names_are_text_and_what_cannot_be_seen_is_gone()
    {
        var row = Read(Sheets.Row(("given_name", "<script>alert(1)</script>\u0007\u202E"), ("patronymic", "=HYPERLINK(\"http://x\")"))).Rows[0];
        Assert.Equal("<script>alert(1)</script>", row.Person.GivenName, ignoreCase: true);
        Assert.StartsWith("=", row.Person.Patronymic, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_of_another_width_are_refused_and_blank_rows_are_passed_over()
    {
        var (rows, problems) = Read("\n" + Sheets.Row().Replace(",40,80", ",40", StringComparison.Ordinal) + ",,,,,,,,,,,,,,,,\n" + Sheets.Row().Replace(",40,80", ",40,80,9", StringComparison.Ordinal) + Sheets.Row().Replace(",40,80", ",40,80,,", StringComparison.Ordinal));
        Assert.Equal([(3, "16", "17"), (5, "18", "17")], problems.Select(p => (p.Line!.Value, p.Values["found"], p.Values["expected"])));
        Assert.Equal(6, Assert.Single(rows).Line);
    }

    [Theory]
    [InlineData("Баянхонгор", "Баян-Овоо", "MN6416")]
    [InlineData("Баянхонгор аймаг", "Баян-Овоо сум", "MN6416")]
    [InlineData("bayankhongor", "Bayan-Ovoo", "MN6416")]
    [InlineData("BAYANHONGOR", "bayanovoo soum", "MN6416")]
    [InlineData("MN64", "БАЯН ОВОО", "MN6416")]
    [InlineData("", "Баянчандмань", "MN4137")]
    public void A_soum_is_found_by_its_names(string aimag, string soum, string code)
    {
        var row = Assert.Single(ByNames(aimag, soum).Rows);
        Assert.Equal(code, row.Training.Region);
    }

    [Fact]
    public void A_soum_s_name_that_several_have_needs_the_aimag()
    {
        // Counted in the table of soums itself.
        Assert.True(Sheets.Regions.All.Count(r => r.NameMn == "Баян-Овоо") > 1);
        Assert.Equal(ImportProblemKind.RegionAmbiguous, ByNames("", "Баян-Овоо").Problems[0].Kind);
        Assert.Equal(ImportProblemKind.RegionUnknown, ByNames("Увс", "Баянчандмань").Problems[0].Kind);
        Assert.Equal("Увс, Баянчандмань", ByNames("Увс", "Баянчандмань").Problems[0].Values["value"]);
    }

    [Fact]
    public void A_name_that_contradicts_the_code_is_said_and_the_code_holds()
    {
        var (rows, problems) = Read("soum_code,soum,course,date,name,attended\nmn6416,Баянчандмань,OSH-101,2019-03-08,Бат,1\n", header: "");
        Assert.Equal("MN6416", rows[0].Training.Region);
        Assert.Equal((ImportProblemKind.RegionNameDiffers, "Баян-Овоо"), (problems[0].Kind, problems[0].Values["expected"]));
    }

    [Theory]
    [InlineData("Доржийн Өлзий", "Доржийн", "Өлзий")]
    [InlineData("Д.Өлзий", "Д.", "Өлзий")]
    [InlineData("Д. Өлзий", "Д.", "Өлзий")]
    [InlineData("Дорж, Өлзий", "Дорж", "Өлзий")]
    [InlineData("ӨЛЗИЙ", "", "Өлзий")]
    [InlineData("Боржигин Доржийн Бат-Өлзий", "Боржигин Доржийн", "Бат-Өлзий")]
    public void Patronymic_and_name_in_one_cell_are_taken_apart(string cell, string patronymic, string given)
    {
        var (rows, problems) = Read($"Овог нэр;Сум код;Сургалт;Огноо;Ирц\n\"{cell}\";MN6416;Хөдөлмөрийн аюулгүй байдал;2019.03.08;1\n".Replace("Сум код", "Сумын код", StringComparison.Ordinal), header: "");
        Assert.Empty(problems);
        Assert.Equal((patronymic, given), (rows[0].Person.Patronymic, rows[0].Person.GivenName));
        Assert.Equal(("OSH-101", 1), (rows[0].Training.Course, rows[0].Training.Days));
    }

    private static (IReadOnlyList<SheetRow> Rows, IReadOnlyList<ImportProblem> Problems) ByNames(string aimag, string soum) =>
        Read($"aimag,soum,course,date,name,attended\n{aimag},{soum},OSH-101,2019-03-08,Бат,1\n", header: "");

    private static (IReadOnlyList<SheetRow> Rows, IReadOnlyList<ImportProblem> Problems) Read(string rows, string header = Sheets.Header)
    {
        using var file = Sheets.Open(header + rows);
        var match = ColumnMatching.Match(file.Headers);
        Assert.Empty(match.Problems);
        var reader = new SheetRowReader(match, Sheets.Reference);
        var results = file.Lines().Select(reader.Read).OfType<SheetRowResult>().ToList();
        return ([.. results.Select(r => r.Row).OfType<SheetRow>()], [.. results.SelectMany(r => r.Problems)]);
    }
}
