using System.Text.RegularExpressions;

namespace Learning.Web.Api.Courses;

/// <summary>The form of course codes: letters, digits, dash, dot and underscore, at most 40.</summary>
internal static partial class CourseCode
{
    public static bool IsWellFormed(string? code) => code is not null && Form().IsMatch(code);

    [GeneratedRegex(@"\A[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
