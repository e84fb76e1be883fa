using System.Globalization;
using Learning.Domain.Courses;
using Learning.Domain.Text;
using Learning.Web.Api.Courses;
using Learning.Web.Kit.Forms;
using Learning.Web.Words;

namespace Learning.Web.Pages.Courses;

/// <summary>The form about a course, as typed.</summary>
public sealed record CourseForm
{
    /// <summary>Most characters of a title.</summary>
    public const int LongestTitle = 200;

    /// <summary>Most characters of an outline.</summary>
    public const int LongestOutline = 20_000;

    private const decimal MostHours = 1_000;
    private const int MostDays = 30;
    private const int MostMonths = 600;

    /// <summary>Course code; asked for a new course only.</summary>
    public string Code { get; init; } = "";

    /// <summary>Mongolian title.</summary>
    public string TitleMn { get; init; } = "";

    /// <summary>English title.</summary>
    public string TitleEn { get; init; } = "";

    /// <summary>Kind of course.</summary>
    public string Kind { get; init; } = CourseKinds.Training;

    /// <summary>Planned hours.</summary>
    public string Hours { get; init; } = "";

    /// <summary>Days.</summary>
    public string Days { get; init; } = "";

    /// <summary>Least share of the hours, in percent.</summary>
    public string MinHours { get; init; } = "80";

    /// <summary>Least post-test result in percent; empty for none.</summary>
    public string PassMark { get; init; } = "";

    /// <summary>What the certificate says, in the words of the API.</summary>
    public string Certificate { get; init; } = EnumText.Of(CertificateKind.Completion);

    /// <summary>Months of validity; empty for ever.</summary>
    public string ValidMonths { get; init; } = "";

    /// <summary>Mongolian outline, Markdown.</summary>
    public string OutlineMn { get; init; } = "";

    /// <summary>English outline, Markdown.</summary>
    public string OutlineEn { get; init; } = "";

    /// <summary>The form filled from a version.</summary>
    /// <param name="course">The version.</param>
    public static CourseForm Of(CourseVersion course) => new()
    {
        Code = course.Code,
        TitleMn = course.TitleMn,
        TitleEn = course.TitleEn,
        Kind = course.Kind,
        Hours = Text(course.Hours),
        Days = Text(course.Days),
        MinHours = Text(course.Completion.MinHoursShare * 100),
        PassMark = course.Completion.PassMark is { } mark ? Text(mark) : "",
        Certificate = EnumText.Of(course.Certificate.Kind),
        ValidMonths = course.Certificate.ValidMonths is { } months ? Text(months) : "",
        OutlineMn = course.OutlineMn,
        OutlineEn = course.OutlineEn,
    };

    /// <summary>The form as sent.</summary>
    /// <param name="form">The request's form.</param>
    public static CourseForm Sent(IFormCollection form) => new()
    {
        Code = One(form, "code"),
        TitleMn = One(form, "titleMn"),
        TitleEn = One(form, "titleEn"),
        Kind = One(form, "kind"),
        Hours = One(form, "hours"),
        Days = One(form, "days"),
        MinHours = One(form, "minHours"),
        PassMark = One(form, "passMark"),
        Certificate = One(form, "certificate"),
        ValidMonths = One(form, "validMonths"),
        // Forms send line ends as CR LF; content files have LF, and the same outline must not look changed.
        OutlineMn = One(form, "outlineMn").ReplaceLineEndings("\n"),
        OutlineEn = One(form, "outlineEn").ReplaceLineEndings("\n"),
    };

    /// <summary>The version to publish, once nothing is wrong.</summary>
    /// <param name="words">For the errors.</param>
    /// <param name="kinds">Kinds to choose from.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public CourseVersion Read(IWords words, IReadOnlyCollection<string> kinds, FormErrors errors)
    {
        if (!CourseCode.IsWellFormed(Code)) errors.Add("code", words["courses.code.form"]);
        var titleMn = Line("titleMn", TitleMn, words["courses.titleMn"]);
        var titleEn = Line("titleEn", TitleEn, words["courses.titleEn"]);
        if (!kinds.Contains(Kind)) errors.Add("kind", words["form.choose", words["courses.kind"]]);
        var hours = Number("hours", Hours, words["course.hours"], 0.25m, MostHours);
        var days = Whole("days", Days, words["course.days"], 1, MostDays);
        var minHours = Number("minHours", MinHours, words["courses.minHours"], 0, 100);
        decimal? passMark = PassMark.Length == 0 ? null : Number("passMark", PassMark, words["courses.passMark"], 0, 100);
        var certificate = EnumText.Parse<CertificateKind>(Certificate);
        if (certificate is null) errors.Add("certificate", words["form.choose", words["certificate.label"]]);
        int? months = ValidMonths.Length == 0 ? null : Whole("validMonths", ValidMonths, words["courses.validMonths"], 1, MostMonths);
        if (OutlineMn.Length > LongestOutline) errors.Add("outlineMn", words["form.tooLong", words["courses.outlineMn"], LongestOutline]);
        if (OutlineEn.Length > LongestOutline) errors.Add("outlineEn", words["form.tooLong", words["courses.outlineEn"], LongestOutline]);
        return new CourseVersion
        {
            Code = Code,
            TitleMn = titleMn,
            TitleEn = titleEn,
            Kind = Kind,
            Hours = hours,
            Days = days,
            OutlineMn = OutlineMn,
            OutlineEn = OutlineEn,
            Completion = new CompletionRule(minHours / 100, passMark),
            Certificate = new CertificateRule(certificate ?? CertificateKind.Completion, months),
        };

        string Line(string field, string typed, string label)
        {
            var text = MongolianText.Clean(typed);
            if (text.Length == 0) errors.Add(field, words["form.required", label]);
            else if (text.Length > LongestTitle) errors.Add(field, words["form.tooLong", label, LongestTitle]);
            return text;
        }

        decimal Number(string field, string typed, string label, decimal least, decimal most)
        {
            if (!decimal.TryParse(typed.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) errors.Add(field, words["form.number", label]);
            else if (number < least) errors.Add(field, words["form.atLeast", label, least]);
            else if (number > most) errors.Add(field, words["form.atMost", label, most]);
            return number;
        }

        int Whole(string field, string typed, string label, int least, int most)
        {
            var number = Number(field, typed, label, least, most);
            if (number != decimal.Truncate(number) && number >= least && number <= most) errors.Add(field, words["form.whole", label]);
            return number is > 0 and <= int.MaxValue ? (int)number : 0;
        }
    }

    private static string One(IFormCollection form, string name) => form[name].FirstOrDefault()?.Trim() ?? "";

    private static string Text(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
