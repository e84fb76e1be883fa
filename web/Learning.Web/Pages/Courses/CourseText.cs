using Learning.Domain.Courses;
using Learning.Web.Words;

namespace Learning.Web.Pages.Courses;

/// <summary>Courses in words.</summary>
public static class CourseText
{
    /// <summary>A kind of course; the word itself for one that content made up.</summary>
    /// <param name="words">The language.</param>
    /// <param name="kind">The kind.</param>
    public static string CourseKind(this IWords words, string kind) => words.Find($"course.kind.{kind}") ?? kind;

    /// <summary>When a course is completed.</summary>
    /// <param name="words">The language.</param>
    /// <param name="rule">The rule.</param>
    public static string Completion(this IWords words, CompletionRule rule) => rule.PassMark is { } mark
        ? words["courses.rule.both", words.Percent(rule.MinHoursShare), words.Number(mark)]
        : words["courses.rule.hours", words.Percent(rule.MinHoursShare)];

    /// <summary>What those who complete it get.</summary>
    /// <param name="words">The language.</param>
    /// <param name="rule">The rule.</param>
    public static string Certificate(this IWords words, CertificateRule rule) => rule.ValidMonths is { } months
        ? words["courses.certificate.months", words.Of(rule.Kind), months]
        : words["courses.certificate.forEver", words.Of(rule.Kind)];
}
