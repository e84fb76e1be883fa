using System.Collections.Immutable;
using Learning.Domain.Identity;
using Learning.Domain.Regions;
using Learning.Domain.Text;
using Learning.Domain.Trainees;
using static Learning.Domain.Imports.ImportProblemKind;

namespace Learning.Domain.Imports;

/// <summary>
/// Makes a <see cref="SheetRow"/> of the cells of a row. What decides which training it was, who paid, and whether somebody was
/// there, is an error when it cannot be read, because a guess would make a wrong count; what only describes the person is left
/// blank with a warning, because the person was there all the same.
/// </summary>
/// <param name="columns">Which column says what; without problems.</param>
/// <param name="reference">What the sheet refers to.</param>
public sealed class SheetRowReader(ColumnMatch columns, SheetReference reference)
{
    private static readonly DateOnly FirstPossible = new(1990, 1, 1);

    // A sheet says the same of its training in every row.
    private readonly Dictionary<string, string?> courses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> funders = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Code, string Name), bool> called = [];

    /// <summary>Reads a row.</summary>
    /// <param name="line">The row.</param>
    /// <returns>The row and what is wrong with it; <see langword="null"/> for a row without any content.</returns>
    public SheetRowResult? Read(SheetLine line)
    {
        if (line.Cells.All(string.IsNullOrWhiteSpace)) return null;
        var problems = ImmutableArray.CreateBuilder<ImportProblem>();
        if (line.Cells.Count < columns.Headers.Length || line.Cells.Skip(columns.Headers.Length).Any(c => !string.IsNullOrWhiteSpace(c)))
        {
            problems.Add(ImportProblem.Of(CellCount, line.Line, null, ("found", line.Cells.Count), ("expected", columns.Headers.Length)));
            return new SheetRowResult(line.Line, null, problems.ToImmutable());
        }
        var cells = new Cells(line, columns, problems);
        var row = Row(cells);
        return new SheetRowResult(line.Line, problems.Any(p => p.IsError) ? null : row, problems.ToImmutable());
    }

    private SheetRow? Row(Cells cells)
    {
        var course = Course(cells);
        var region = RegionOf(cells);
        var start = Start(cells);
        var attended = Attended(cells);
        var days = cells[SheetField.Days] is { Length: > 0 } text ? SheetCells.Whole(text, 1, 60) : attended?.Length;
        if (days is null && attended is not null) cells.Wrong(DaysUnreadable, SheetField.Days);
        if (days is { } planned && attended is { } marks && marks.Length != planned)
            cells.Wrong(AttendedLength, SheetField.Attended, ("found", marks.Length), ("expected", planned));
        var paidBy = Funders(cells);
        var person = Person(cells, start);
        if (course is null || region is null || start is null || days is null || attended is null || person is null) return null;
        return new SheetRow
        {
            Line = cells.Line,
            Number = cells[SheetField.Row],
            Training = new SheetTraining
            {
                Sheet = cells[SheetField.Sheet],
                Course = course,
                Region = region,
                StartDate = start.Value,
                Days = days.Value,
                Funders = paidBy,
                Trainer = cells[SheetField.Trainer],
            },
            Person = person,
            Phone = PhoneNumber.Canonical(cells[SheetField.Phone]),
            OrganisationType = OrganisationType(cells[SheetField.OrganisationType]),
            Attended = attended.Value,
            PreScore = Score(cells, SheetField.PreScore),
            PostScore = Score(cells, SheetField.PostScore),
        };
    }

    private string? Course(Cells cells)
    {
        var field = cells[SheetField.CourseCode].Length > 0 ? SheetField.CourseCode : SheetField.CourseTitle;
        if (cells[field] is not { Length: > 0 } named) return cells.Blank(cells.Has(SheetField.CourseCode) ? SheetField.CourseCode : SheetField.CourseTitle);
        if (!courses.TryGetValue(named, out var code)) courses.Add(named, code = reference.FindCourse(named));
        return code ?? cells.Wrong(CourseUnknown, field);
    }

    private string? RegionOf(Cells cells)
    {
        var name = cells[SheetField.Soum];
        if (cells[SheetField.SoumCode] is { Length: > 0 } code)
        {
            if (reference.Regions.ByCode(code) is not { } coded) return cells.Wrong(RegionUnknown, SheetField.SoumCode);
            if (name.Length > 0 && !IsCalled(coded, name)) cells.Wrong(RegionNameDiffers, SheetField.Soum, ("expected", coded.NameMn));
            return coded.Code;
        }
        if (name.Length == 0) return cells.Blank(cells.Has(SheetField.SoumCode) ? SheetField.SoumCode : SheetField.Soum);
        return reference.Regions.ByName(name, cells[SheetField.Aimag]) switch
        {
            [var one] => one.Code,
            [] => cells.Wrong(RegionUnknown, SheetField.Soum, ("value", string.Join(", ", new[] { cells[SheetField.Aimag], name }.Where(n => n.Length > 0)))),
            _ => cells.Wrong(RegionAmbiguous, SheetField.Soum),
        };
    }

    private bool IsCalled(Region region, string name)
    {
        if (!called.TryGetValue((region.Code, name), out var yes)) called.Add((region.Code, name), yes = RegionNames.IsCalled(region, name));
        return yes;
    }

    private DateOnly? Start(Cells cells)
    {
        if (cells[SheetField.StartDate] is not { Length: > 0 } text)
        {
            cells.Blank(SheetField.StartDate);
            return null;
        }
        if (SheetCells.Date(text) is not { } day) cells.Wrong(DateUnreadable, SheetField.StartDate);
        else if (day < FirstPossible || day > reference.Today) cells.Wrong(DateImpossible, SheetField.StartDate);
        else return day;
        return null;
    }

    private static ImmutableArray<bool?>? Attended(Cells cells)
    {
        var text = cells[SheetField.Attended];
        if (text.Length == 0) cells.Blank(SheetField.Attended);
        else if (SheetCells.Attended(text) is { } marks) return marks;
        else cells.Wrong(AttendedUnreadable, SheetField.Attended);
        return null;
    }

    private ImmutableArray<string> Funders(Cells cells)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var named in SheetCells.List(cells[SheetField.Funders]))
        {
            if (!funders.TryGetValue(named, out var code)) funders.Add(named, code = reference.FindFunder(named));
            if (code is not null) found.Add(code);
            else cells.Wrong(FunderUnknown, SheetField.Funders, ("value", named));
        }
        return [.. found];
    }

    private PersonEvidence? Person(Cells cells, DateOnly? trainedOn)
    {
        var (patronymic, given) = Names(cells);
        if (given.Length == 0)
        {
            cells.Blank(cells.Has(SheetField.GivenName) ? SheetField.GivenName : SheetField.FullName);
            return null;
        }
        if (PersonName.GivenKey(given).Length == 0 || !given.Any(char.IsLetter))
        {
            cells.Wrong(NameUnreadable, SheetField.GivenName, ("value", given));
            return null;
        }
        var register = RegisterNumber.Parse(cells[SheetField.RegisterNo], reference.Secret);
        if (register is null && cells[SheetField.RegisterNo].Length > 0) cells.WrongSecret(RegisterUnreadable, SheetField.RegisterNo);
        var phone = PhoneNumber.Parse(cells[SheetField.Phone], reference.Secret);
        if (phone is null && cells[SheetField.Phone].Length > 0) cells.WrongSecret(PhoneUnreadable, SheetField.Phone);
        var sex = SheetCells.SexOf(cells[SheetField.Sex]);
        if (sex is null) cells.Wrong(SexUnreadable, SheetField.Sex);
        return new PersonEvidence
        {
            GivenName = PersonName.Given(given),
            Patronymic = PersonName.Patronymic(patronymic),
            Register = register?.Number,
            Phone = phone,
            Sex = sex ?? Sex.NotStated,
            BirthYear = BirthYear(cells, trainedOn, register),
            HomeRegion = HomeRegion(cells),
            Organisation = cells[SheetField.Organisation] is { Length: > 0 } organisation ? organisation : null,
        };
    }

    private static (string Patronymic, string Given) Names(Cells cells)
    {
        var given = cells[SheetField.GivenName];
        var patronymic = cells[SheetField.Patronymic];
        if (given.Length > 0 || cells[SheetField.FullName] is not { Length: > 0 } full) return (patronymic, given);
        // "Д.Бат" has no blank, "Доржийн Бат" has one; the given name comes last.
        var split = full.TrimEnd('.', ' ').LastIndexOfAny([' ', '.', ',']);
        return split < 0 ? (patronymic, full) : (full[..(split + 1)].Trim(' ', ','), full[(split + 1)..]);
    }

    private static int? BirthYear(Cells cells, DateOnly? trainedOn, RegisterNumber? register)
    {
        if (trainedOn is not { } day) return null;
        var text = cells[SheetField.BirthYear];
        var stated = text.Length > 0 ? SheetCells.BirthYear(text, day) : null;
        if (text.Length > 0 && stated is null) cells.Wrong(BirthYearImpossible, SheetField.BirthYear);
        if (register is null) return stated;
        if (stated is { } year && Math.Abs(year - register.BirthYear) > Contradictions.BirthYearsApart)
            cells.WrongSecret(RegisterYearDiffers, SheetField.RegisterNo);
        return stated ?? (register.BirthYear <= day.Year - 5 ? register.BirthYear : null);
    }

    private string? HomeRegion(Cells cells)
    {
        if (cells[SheetField.HomeSoumCode] is not { Length: > 0 } text) return null;
        if ((reference.Regions.ByCode(text) ?? (reference.Regions.ByName(text, "") is [var one] ? one : null)) is { } found) return found.Code;
        cells.Wrong(HomeRegionUnknown, SheetField.HomeSoumCode);
        return null;
    }

    private static SheetScore? Score(Cells cells, SheetField field)
    {
        if (cells[field].Length == 0) return null;
        var score = SheetCells.Score(cells[field]);
        if (score is null) cells.Wrong(ScoreImpossible, field);
        return score;
    }

    private static string OrganisationType(string text) => MongolianText.Lower(text) switch
    {
        "нөхөрлөл" or "partnership" => "partnership",
        "тбб" or "төрийн бус байгууллага" or "ngo" => "ngo",
        _ => text,
    };

    /// <summary>The cells of one row by field, cleaned, and where to say what is wrong with them.</summary>
    private sealed class Cells(SheetLine line, ColumnMatch columns, ImmutableArray<ImportProblem>.Builder problems)
    {
        public int Line => line.Line;

        public string this[SheetField field] => columns.Columns.TryGetValue(field, out var at) ? MongolianText.Clean(line.Cells[at]) : "";

        public bool Has(SheetField field) => columns.Columns.ContainsKey(field);

        public string? Blank(SheetField field)
        {
            problems.Add(ImportProblem.Of(CellBlank, line.Line, field));
            return null;
        }

        public string? Wrong(ImportProblemKind kind, SheetField field, params ReadOnlySpan<(string Name, object Value)> values)
        {
            problems.Add(ImportProblem.Of(kind, line.Line, field, [("value", this[field]), .. values]));
            return null;
        }

        /// <summary>For a cell that must not be repeated.</summary>
        public void WrongSecret(ImportProblemKind kind, SheetField field) => problems.Add(ImportProblem.Of(kind, line.Line, field));
    }
}
