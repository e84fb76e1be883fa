using System.Globalization;
using Learning.Domain.Reach;
using Learning.Domain.Trainees;

namespace Learning.Domain.Reports;

/// <summary>
/// One participation as a report counted it, in text: a line of the facts behind a report. Only what the report's filters let
/// through is in it, so that what can't alter the report doesn't alter the line.
/// </summary>
/// <param name="TraineeId">Who.</param>
/// <param name="CohortId">In which cohort.</param>
/// <param name="Course">Course code.</param>
/// <param name="Region">P-code of the training.</param>
/// <param name="Funders">Each with its part of the cohort, <c>SDC=3/4</c>, sorted by code, with semicolons between; an empty code for what no
/// donor pays. In form 1 the codes alone.</param>
/// <param name="Home">P-code of the home on enrolment, or empty.</param>
/// <param name="Organisation">Organisation code on enrolment, or empty.</param>
/// <param name="Sex">As stated on enrolment.</param>
/// <param name="BirthYear">Year, or 0.</param>
/// <param name="Sessions">Those attended: <c>number:day:hours</c>, sorted, with blanks between.</param>
/// <param name="Completed">The day of completion, or empty.</param>
/// <param name="Certificates">Those valid: <c>first..last</c>, the last empty for ever, with blanks between.</param>
public sealed record ReportFact(
    string TraineeId, string CohortId, string Course, string Region, string Funders, string Home, string Organisation, string Sex, string BirthYear,
    string Sessions, string Completed, string Certificates)
{
    private const int Columns = 12;

    /// <summary>Days and hours of <see cref="Sessions"/>.</summary>
    public IEnumerable<(int Number, DateOnly Day, decimal Hours)> Attended => Sessions.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => s.Split(':'))
        .Select(s => (
            int.Parse(s[0], CultureInfo.InvariantCulture),
            DateOnly.ParseExact(s[1], "yyyy-MM-dd", CultureInfo.InvariantCulture),
            decimal.Parse(s[2], CultureInfo.InvariantCulture)));

    /// <summary>Codes of the funders.</summary>
    public IEnumerable<string> FunderCodes => Funders.Split(';').Select(f => f.Split('=')[0]).Where(code => code.Length > 0);

    /// <summary>Each of <see cref="Certificates"/>, as <see cref="Days"/> writes it.</summary>
    public IEnumerable<string> Held => Certificates.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The days of a certificate's validity, <c>first..last</c>.</summary>
    /// <param name="first">First day.</param>
    /// <param name="last">Last day; <see langword="null"/> for ever.</param>
    public static string Days(DateOnly first, DateOnly? last) => string.Create(CultureInfo.InvariantCulture, $"{first:yyyy-MM-dd}..{last:yyyy-MM-dd}");

    /// <summary>The line: the fields in their order, with tabs between.</summary>
    public string ToLine() => string.Join('\t', TraineeId, CohortId, Course, Region, Funders, Home, Organisation, Sex, BirthYear, Sessions, Completed, Certificates);

    /// <summary>Reads a line.</summary>
    /// <param name="line">What <see cref="ToLine"/> wrote.</param>
    /// <exception cref="FormatException">It is no such line.</exception>
    public static ReportFact Parse(string line) => line.Split('\t') is { Length: Columns } f
        ? new(f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7], f[8], f[9], f[10], f[11])
        : throw new FormatException("This line is not a fact of a report.");

    /// <summary>The fact of a participation of which only some events count.</summary>
    /// <param name="traineeId">Who.</param>
    /// <param name="participation">The participation.</param>
    /// <param name="cohort">Its cohort.</param>
    /// <param name="form">In which form.</param>
    /// <param name="sessions">The attended sessions that count.</param>
    /// <param name="completed">The day of a completion that counts.</param>
    /// <param name="certificates">The certificates that count.</param>
    internal static ReportFact Of(
        string traineeId, ParticipationFact participation, CohortFact cohort, int form, IEnumerable<SessionFact> sessions, DateOnly? completed, IEnumerable<CertificateFact> certificates) => new(
        traineeId, cohort.Id, cohort.CourseCode, cohort.Region, FundersOf(cohort, form), participation.HomeRegion,
        participation.Organisation ?? "", Text.EnumText.Of<Sex>(participation.Sex), participation.BirthYear.ToString(CultureInfo.InvariantCulture),
        string.Join(' ', sessions.OrderBy(s => s.Number).Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Number}:{s.Date:yyyy-MM-dd}:{s.Hours:0.####}"))),
        completed?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        string.Join(' ', certificates.OrderBy(c => c.ValidFrom).ThenBy(c => c.ValidUntil).Select(c => Days(c.ValidFrom, c.ValidUntil))));

    private static string FundersOf(CohortFact cohort, int form) => form == 1
        ? string.Join(';', cohort.Funders.Order(StringComparer.Ordinal))
        : string.Join(';', cohort.Funding.Select(share => string.Create(CultureInfo.InvariantCulture, $"{share.Funder}={share.Parts}/{share.Of}")));
}
