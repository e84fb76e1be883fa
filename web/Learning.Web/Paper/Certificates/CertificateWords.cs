using Learning.Domain.Courses;

namespace Learning.Web.Paper.Certificates;

/// <summary>
/// The fixed words on a certificate, in both languages because both stand on the page. A federation that words its
/// certificates differently gives another set.
/// </summary>
public sealed record CertificateWords
{
    /// <summary>The words that come with the program.</summary>
    public static readonly CertificateWords Default = new();

    /// <summary>Heading of a certificate of completion.</summary>
    public Bilingual CompletionTitle { get; init; } = new("Сургалт төгссөний гэрчилгээ", "Certificate of completion");

    /// <summary>Heading of a certificate of attendance.</summary>
    public Bilingual AttendanceTitle { get; init; } = new("Сургалтад оролцсоны гэрчилгээ", "Certificate of attendance");

    /// <summary>Between name and course on a certificate of completion.</summary>
    public Bilingual CompletionStatement { get; init; } = new("дараах сургалтыг амжилттай төгссөнийг гэрчилнэ", "has successfully completed the course");

    /// <summary>Between name and course on a certificate of attendance.</summary>
    public Bilingual AttendanceStatement { get; init; } = new("дараах сургалтад оролцсоныг гэрчилнэ", "took part in the course");

    /// <summary>After the number of hours.</summary>
    public Bilingual Hours { get; init; } = new("цаг", "hours");

    /// <summary>Before the number.</summary>
    public Bilingual Number { get; init; } = new("Дугаар", "Number");

    /// <summary>Before the course code.</summary>
    public Bilingual Course { get; init; } = new("Сургалт", "Course");

    /// <summary>Before the day of issue.</summary>
    public Bilingual Issued { get; init; } = new("Олгосон", "Issued");

    /// <summary>Before the last day of validity.</summary>
    public Bilingual ValidUntil { get; init; } = new("Хүчинтэй хугацаа", "Valid until");

    /// <summary>In place of the last day of validity.</summary>
    public Bilingual ForEver { get; init; } = new("хугацаагүй", "no expiry");

    /// <summary>Under the line for signature and stamp.</summary>
    public Bilingual Signature { get; init; } = new("Гарын үсэг, тамга", "Signature and stamp");

    /// <summary>At the QR code.</summary>
    public Bilingual Verify { get; init; } = new("Жинхэнэ эсэхийг шалгах", "Check that it is genuine");

    /// <summary>Across a certificate that was withdrawn or replaced.</summary>
    public Bilingual NotValid { get; init; } = new("ХҮЧИНГҮЙ", "NOT VALID");

    /// <summary>The heading of a kind.</summary>
    /// <param name="kind">Attendance or completion.</param>
    public Bilingual TitleOf(CertificateKind kind) => kind == CertificateKind.Completion ? CompletionTitle : AttendanceTitle;

    /// <summary>The statement of a kind.</summary>
    /// <param name="kind">Attendance or completion.</param>
    public Bilingual StatementOf(CertificateKind kind) => kind == CertificateKind.Completion ? CompletionStatement : AttendanceStatement;
}
